"""What the device remembers, only if the learner wants it to."""
