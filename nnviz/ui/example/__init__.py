"""The example at the left: its picture, the answer, the cost as a sum."""
