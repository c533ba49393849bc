package io.elt.local.bank.generate;

import io.elt.local.bank.event.BankEvents;
import io.elt.local.bank.event.BankRecord;
import io.elt.local.bank.event.BankTable;
import io.elt.local.bank.log.BankLog;
import io.elt.local.bank.log.BankOffsets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bank in which things go on happening: each call makes up the next one, and the records that tell of it. */
public final class LiveBank {
    private final BankState state;
    private final Choice choice;
    private final Changes changes;
    private final Map<BankTable, DirtSchedule> dirt = new EnumMap<>(BankTable.class);

    private LiveBank(BankState state, BankEvents events, long seed, double dirtyRatio) {
        this.state = state;
        this.choice = Choice.of(seed);
        this.changes = new Changes(state, events, choice);
        for (BankTable table : BankTable.values()) {
            dirt.put(table, new DirtSchedule(table, dirtyRatio));
        }
    }

    /**
     * Goes on from what the topics hold.
     *
     * @param seed two banks that go on from the same records with the same seed go on alike
     */
    public static LiveBank resume(String bootstrapServers, BankEvents events, long seed, double dirtyRatio)
            throws IOException {
        BankOffsets ends = BankOffsets.current(bootstrapServers);
        BankState state = new BankState();
        BankLog.read(bootstrapServers, ends, state::read);
        if (state.roster(BankTable.DISTRICT).size() == 0) {
            throw new IOException("topic " + BankTable.DISTRICT.topic() + " at " + bootstrapServers
                    + " holds no district: load a bank first");
        }
        // Else each start would decide as the one before did.
        return resume(state, events, seed + ends.total(), dirtyRatio);
    }

    static LiveBank resume(BankState state, BankEvents events, long seed, double dirtyRatio) {
        return new LiveBank(state, events, seed, dirtyRatio);
    }

    /** One change, which may take several records. */
    public LiveChange next() {
        ChangeKind kind = ChangeKind.any(choice);
        List<Step> steps = changes.make(kind);
        while (steps.isEmpty()) {
            kind = state.roster(BankTable.ACCOUNT).size() == 0 ? ChangeKind.NEW_ACCOUNT : ChangeKind.TRANSACTION;
            steps = changes.make(kind);
        }
        List<BankRecord> records = new ArrayList<>();
        int dirty = 0;
        for (Step step : steps) {
            dirty += take(step, records);
        }
        return new LiveChange(kind, List.copyOf(records), dirty);
    }

    // Returns how many dirty records there are among the step's.
    private int take(Step step, List<BankRecord> records) {
        Optional<DirtKind> kind = dirt.get(step.table()).next();
        if (kind.isEmpty()) {
            state.apply(step.table(), step.change());
            records.addAll(step.records());
            return 0;
        }
        BankRecord spoiled = Dirt.spoil(step.records().get(0), kind.get());
        if (choice.happens(0.5)) {
            // The change itself is lost on its way: nobody who reads the topics may know of it.
            records.add(spoiled);
            records.addAll(step.records().subList(1, step.records().size()));
            return 1;
        }
        state.apply(step.table(), step.change());
        records.addAll(step.records());
        records.add(spoiled);
        return 1;
    }
}
