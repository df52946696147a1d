"""The score: the phases of one update in a row, and the line that names the present one."""
