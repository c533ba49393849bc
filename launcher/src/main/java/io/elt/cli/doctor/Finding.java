package io.elt.cli.doctor;

/**
 * What was found out about one thing.
 *
 * @param subject what was looked at
 * @param advice what to do; empty if there is nothing to do
 */
public record Finding(String subject, Verdict verdict, String found, String advice) {
    static Finding ok(String subject, String found) {
        return new Finding(subject, Verdict.ok, found, "");
    }

    static Finding warning(String subject, String found, String advice) {
        return new Finding(subject, Verdict.warning, found, advice);
    }

    static Finding wrong(String subject, String found, String advice) {
        return new Finding(subject, Verdict.wrong, found, advice);
    }

    /** The same, where it need not be right for what is done now. */
    Finding atMost(Verdict worst) {
        return verdict.compareTo(worst) > 0 ? new Finding(subject, worst, found, advice) : this;
    }
}
