package io.elt.deployment;

import io.elt.lake.LakeCatalogs;
import io.elt.plan.Job;
import io.elt.plan.TableName;
import org.apache.paimon.catalog.Catalog;
import org.apache.paimon.catalog.Identifier;
import org.apache.paimon.data.BinaryString;
import org.apache.paimon.data.GenericRow;
import org.apache.paimon.predicate.Predicate;
import org.apache.paimon.predicate.PredicateBuilder;
import org.apache.paimon.schema.SchemaChange;
import org.apache.paimon.table.FileStoreTable;
import org.apache.paimon.table.sink.BatchTableCommit;
import org.apache.paimon.table.sink.BatchTableWrite;
import org.apache.paimon.table.sink.BatchWriteBuilder;
import org.apache.paimon.table.source.ReadBuilder;
import org.apache.paimon.types.RowKind;
import org.apache.paimon.types.RowType;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table {@code elt.deployment} of each lake. Several people and machines write it at the same time: every entry is a
 * commit of its own, which is there as a whole or not at all, and is tried again when another one was faster.
 */
public final class DeploymentRecord implements AutoCloseable {
    public static final String DATABASE = "elt";
    public static final String TABLE = "deployment";

    private static final Identifier ID = Identifier.create(DATABASE, TABLE);
    private static final int ATTEMPTS = 12;
    private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(300);

    private final Map<String, Map<String, String>> lakes;
    private final LakeCatalogs catalogs;

    /**
     * @param lakes the Paimon catalogs by name with their properties, as the plan has them
     */
    public DeploymentRecord(Map<String, Map<String, String>> lakes) {
        this.lakes = new TreeMap<>(lakes);
        this.catalogs = new LakeCatalogs(lakes);
    }

    /** The lake that holds a job's entries: that of its tables, else the project's first. A project without a lake has no record. */
    public Optional<String> lakeOf(Job job) {
        return Stream.concat(job.writes().stream(), job.reads().stream())
                .map(TableName::catalog)
                .filter(lakes::containsKey)
                .findFirst()
                .or(() -> lakes.keySet().stream().findFirst());
    }

    /**
     * Adds an entry. When this returns, everybody sees it.
     *
     * @throws RecordException if it cannot be added; what it is about was done nevertheless
     */
    public void write(String lake, Deployment deployment) {
        write(lake, List.of(deployment));
    }

    /**
     * Adds entries, all or none of them.
     *
     * @throws RecordException as above
     */
    public void write(String lake, List<Deployment> deployments) {
        commit(lake, deployments, RowKind.INSERT);
    }

    /**
     * Takes entries out, all or none of them.
     *
     * @throws RecordException if they cannot be
     */
    public void delete(String lake, List<Deployment> deployments) {
        commit(lake, deployments, RowKind.DELETE);
    }

    private void commit(String lake, List<Deployment> deployments, RowKind kind) {
        RuntimeException last = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                writeOnce(catalogs.catalog(lake), deployments, kind);
                return;
            } catch (RuntimeException e) {
                // Somebody else has created the table, committed or compacted meanwhile. An entry that landed
                // nevertheless has the same key.
                last = e;
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT));
            }
        }
        throw new RecordException("the deployment record in lake " + lake + " cannot be written", last);
    }

    /**
     * The entries of one job, newest first.
     *
     * @throws RecordException if they cannot be read
     */
    public List<Deployment> of(String project, String target, String job) {
        return read(Map.of("project", project, "target", target, "job", job));
    }

    /**
     * The entries of all jobs, newest first.
     *
     * @throws RecordException if they cannot be read
     */
    public List<Deployment> of(String project, String target) {
        return read(Map.of("project", project, "target", target));
    }

    /** The lakes that may have entries. */
    public Set<String> lakes() {
        return lakes.keySet();
    }

    /**
     * The entries of one lake without what was executed, which is most of them.
     *
     * @throws RecordException if they cannot be read
     */
    public List<Deployment> outlines(String lake, String project, String target) {
        return read(lake, Map.of("project", project, "target", target), DeploymentTable.OUTLINE);
    }

    /** Tags of the tables in the same lakes. */
    public TableTags tags() {
        return new TableTags(catalogs);
    }

    /** Whether a table is one of the lakes, be it there or not. */
    public boolean holds(TableName table) {
        return catalogs.holds(table);
    }

    @Override
    public void close() {
        catalogs.close();
    }

    private static void writeOnce(Catalog catalog, List<Deployment> deployments, RowKind kind) {
        try {
            FileStoreTable table = opened(catalog);
            BatchWriteBuilder builder = table.newBatchWriteBuilder();
            try (BatchTableWrite write = builder.newWrite();
                    BatchTableCommit commit = builder.newCommit()) {
                for (Deployment deployment : deployments) {
                    GenericRow row = DeploymentTable.row(deployment, table.rowType());
                    row.setRowKind(kind);
                    write.write(row);
                }
                commit.commit(write.prepareCommit());
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new RecordException("an entry cannot be written", e);
        }
    }

    /** The table with all columns of this version; it is created, and gets new columns, when they are first needed. */
    private static FileStoreTable opened(Catalog catalog) throws Exception {
        try {
            FileStoreTable table = (FileStoreTable) catalog.getTable(ID);
            List<SchemaChange> missing = DeploymentTable.columns().entrySet().stream()
                    .filter(column -> !table.rowType().containsField(column.getKey()))
                    .map(column -> SchemaChange.addColumn(column.getKey(), column.getValue()))
                    .toList();
            if (missing.isEmpty()) {
                return table;
            }
            catalog.alterTable(ID, missing, false);
        } catch (Catalog.TableNotExistException e) {
            catalog.createDatabase(DATABASE, true);
            catalog.createTable(ID, DeploymentTable.schema(), true);
        }
        return (FileStoreTable) catalog.getTable(ID);
    }

    private List<Deployment> read(Map<String, String> equal) {
        return lakes.keySet().stream()
                .flatMap(lake -> read(lake, equal, DeploymentTable.columns().keySet()).stream())
                .sorted(Deployment.NEWEST_FIRST)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<Deployment> read(String lake, Map<String, String> equal, Collection<String> columns) {
        try {
            return read(catalogs.catalog(lake), equal, columns);
        } catch (Exception e) {
            throw new RecordException("the deployment record in lake " + lake + " cannot be read", e);
        }
    }

    private static List<Deployment> read(Catalog catalog, Map<String, String> equal, Collection<String> wanted)
            throws Exception {
        FileStoreTable table;
        try {
            table = (FileStoreTable) catalog.getTable(ID);
        } catch (Catalog.TableNotExistException e) {
            return List.of();
        }
        PredicateBuilder columns = new PredicateBuilder(table.rowType());
        List<Predicate> conditions = equal.entrySet().stream()
                .map(entry -> columns.equal(columns.indexOf(entry.getKey()), BinaryString.fromString(entry.getValue())))
                .toList();
        RowType type = table.rowType()
                .project(table.rowType().getFieldNames().stream()
                        .filter(wanted::contains)
                        .toList());
        // Paimon leaves out files by it, and lets rows through that share a file with a wanted one.
        ReadBuilder builder = table.newReadBuilder()
                .withFilter(PredicateBuilder.and(conditions))
                .withReadType(type);
        List<Deployment> deployments = new ArrayList<>();
        try (var rows = builder.newRead()
                .executeFilter()
                .createReader(builder.newScan().plan().splits())) {
            rows.forEachRemaining(row -> deployments.add(DeploymentTable.deployment(row, type)));
        }
        return deployments;
    }
}
