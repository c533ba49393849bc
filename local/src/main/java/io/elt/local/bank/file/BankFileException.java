package io.elt.local.bank.file;

import java.io.IOException;
import java.util.List;

/** The folder cannot be read as a bank. Each problem names the file, and the line where there is one. */
public final class BankFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    BankFileException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
