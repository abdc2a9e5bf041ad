### answers
