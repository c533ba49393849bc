package io.elt.cli.doctor;

/** How good it is what was found. */
public enum Verdict {
    ok,
    /** It works, but not as well as it could, or not everywhere. */
    warning,
    /** Something that somebody wants to do will fail. */
    wrong
}
