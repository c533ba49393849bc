package io.elt.unittest;

/**
 * Runs a case in the order that a schedule says. Files are planned once for all runs of them; any number of threads may run
 * cases at the same time.
 */
public interface CaseRunner {
    /**
     * @param schedule its events are those of the case, or others of the same inputs
     * @throws io.elt.diagnostic.EltException if the files cannot be planned, or this cannot be run
     */
    Outcome run(TypedCase test, Schedule schedule);
}
