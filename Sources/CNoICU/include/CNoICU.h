// Nothing to call: this target only takes the place of the ICU library in the release program.
