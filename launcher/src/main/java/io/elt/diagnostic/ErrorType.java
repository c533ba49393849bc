package io.elt.diagnostic;

/** Who can put it right: the author of the project, whoever runs the machine, or the authors of elt. */
public enum ErrorType {
    USER,
    ENVIRONMENT,
    INTERNAL
}
