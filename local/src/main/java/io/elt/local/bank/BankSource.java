package io.elt.local.bank;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.file.BankFolder;
import io.elt.local.bank.generate.BankSpec;
import io.elt.local.bank.generate.MadeUpBank;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Where a bank's first rows come from. */
public interface BankSource {

    /** What tells this bank from any other. */
    String description() throws IOException;

    /** A table's events in their order, the same in each call but for the time that they carry. */
    void read(BankTable table, BankEvents events, Consumer<BankRecord> sink) throws IOException;

    static BankSource generated(BankSpec spec) {
        return new Generated(spec);
    }

    /** A folder with the files of the PKDD'99 data set; fails when one or a column is missing, and names all that are. */
    static BankSource folder(Path folder) throws IOException {
        return new Folder(BankFolder.open(folder));
    }

    /** A made-up bank. */
    record Generated(BankSpec spec) implements BankSource {
        @Override
        public String description() {
            return "generated bank: " + spec;
        }

        @Override
        public void read(BankTable table, BankEvents events, Consumer<BankRecord> sink) {
            new MadeUpBank(spec).read(table, events, sink);
        }
    }

    /** A bank from files. */
    record Folder(BankFolder folder) implements BankSource {
        @Override
        public String description() throws IOException {
            return folder.description();
        }

        @Override
        public void read(BankTable table, BankEvents events, Consumer<BankRecord> sink) throws IOException {
            folder.read(table, events, sink);
        }
    }
}
