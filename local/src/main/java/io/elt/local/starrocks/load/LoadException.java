package io.elt.local.starrocks.load;

/** A load request that cannot be done; its status is what the connector reads first. */
final class LoadException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String status;
    private final LoadReply reply;

    private LoadException(String status, String message, LoadReply reply) {
        super(message);
        this.status = status;
        this.reply = reply;
    }

    static LoadException failed(String message) {
        return new LoadException("Fail", message, LoadReply.empty());
    }

    static LoadException notSupported(String what) {
        return failed("not supported by the embedded StarRocks: " + what);
    }

    static LoadException internal(Throwable cause) {
        LoadException error = new LoadException(
                "INTERNAL_ERROR", "internal error of the embedded StarRocks: " + cause, LoadReply.empty());
        error.initCause(cause);
        return error;
    }

    static LoadException unknownLabel(String label) {
        return new LoadException(
                "TXN_NOT_EXISTS", "transaction with label " + label + " does not exist", LoadReply.empty());
    }

    /** The label of a transaction that was begun before. */
    static LoadException labelInUse(String status, String label, LoadState state) {
        String message = "Label [" + label + "] has already been used, its state is " + state;
        String jobStatus = state == LoadState.VISIBLE ? "FINISHED" : "RUNNING";
        return new LoadException(status, message, LoadReply.empty().with("ExistingJobStatus", jobStatus));
    }

    static LoadException tooManyFilteredRows(LoadCounts counts) {
        return new LoadException(
                "Fail", "too many filtered rows; the first: " + counts.firstProblem(), LoadReply.of(counts));
    }

    String status() {
        return status;
    }

    LoadReply reply() {
        return reply.with("Status", status).with("Message", getMessage());
    }
}
