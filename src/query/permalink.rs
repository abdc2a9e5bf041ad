//! Addresses: the question and the language as a query string.
