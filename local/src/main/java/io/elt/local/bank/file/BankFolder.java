package io.elt.local.bank.file;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A folder with a bank's files, known to have every file and every column. */
public final class BankFolder {
    private final Path folder;

    private BankFolder(Path folder) {
        this.folder = folder;
    }

    /** Looks at all files first and names everything that is missing, for a load must not stop half way. */
    public static BankFolder open(Path folder) throws IOException {
        List<String> problems = new ArrayList<>();
        for (BankTable table : BankTable.values()) {
            Path file = folder.resolve(table.file());
            if (!Files.isRegularFile(file)) {
                problems.add(file + ": the file is missing; a bank in PKDD'99 form has " + files());
                continue;
            }
            try (LineReader lines = new LineReader(Files.newInputStream(file))) {
                Header.read(table, file.toString(), lines.next(), problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new BankFileException(problems);
        }
        return new BankFolder(folder);
    }

    /** The events of a table, one per line that is not blank, in the file's order. Reads the file line by line. */
    public void read(BankTable table, BankEvents events, Consumer<BankRecord> sink) throws IOException {
        Path file = folder.resolve(table.file());
        try (LineReader lines = new LineReader(Files.newInputStream(file))) {
            List<String> problems = new ArrayList<>();
            Header header = Header.read(table, file.toString(), lines.next(), problems);
            if (!problems.isEmpty()) {
                throw new BankFileException(problems);
            }
            LineEvent event = new LineEvent(table, header, events);
            for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
                if (!line.text().isEmpty()) {
                    sink.accept(event.of(line));
                }
            }
        }
    }

    /** What tells this bank from another: its files' sizes, wherever the folder is. */
    public String description() throws IOException {
        List<String> sizes = new ArrayList<>();
        for (BankTable table : BankTable.values()) {
            sizes.add(table.file() + " " + Files.size(folder.resolve(table.file())));
        }
        return "bank from files (bytes): " + String.join(", ", sizes);
    }

    private static String files() {
        List<String> names = new ArrayList<>();
        for (BankTable table : BankTable.values()) {
            names.add(table.file());
        }
        return String.join(", ", names);
    }
}
