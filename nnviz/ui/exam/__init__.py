"""The exam beside the network: image by image, who is taken for whom, and the wrong ones themselves."""
