package io.elt.local.bank.generate;

/** What happens in a bank while one looks at it, and in how many of a thousand cases. */
public enum ChangeKind {
    TRANSACTION(900),
    CORRECTION(30),
    CANCELLATION(15),
    ACCOUNT_MOVE(15),
    CLIENT_MOVE(12),
    LOAN_STATUS(10),
    NEW_ACCOUNT(8),
    NEW_LOAN(4),
    LOAN_DELETE(3),
    ACCOUNT_DELETE(3);

    private final int share;

    ChangeKind(int share) {
        this.share = share;
    }

    static ChangeKind any(Choice choice) {
        long left = choice.between(1, 1_000);
        for (ChangeKind kind : values()) {
            left -= kind.share;
            if (left <= 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares do not add up to 1000");
    }
}
