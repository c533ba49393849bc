package io.elt.plan.operator;

import io.elt.plan.TableName;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The data flow of one job.
 *
 * @param job its name
 * @param operators inputs before those that read from them
 * @param writes what its INSERTs give to their tables
 * @param nondeterminism where values would have to be repeatable and are not
 */
public record JobOperators(
        String job, List<Operator> operators, List<Written> writes, List<Nondeterminism> nondeterminism) {
    public JobOperators {
        operators = List.copyOf(operators);
        writes = List.copyOf(writes);
        nondeterminism = List.copyOf(nondeterminism);
    }

    public Operator operator(int id) {
        return operators.stream()
                .filter(operator -> operator.id() == id)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("job " + job + " has no operator " + id));
    }

    public List<Operator> inputsOf(Operator operator) {
        return operator.inputs().stream().map(this::operator).toList();
    }

    public List<Operator> of(OperatorType type) {
        return operators.stream().filter(operator -> operator.is(type)).toList();
    }

    public List<Operator> stateful() {
        return operators.stream()
                .filter(operator -> !operator.state().isEmpty())
                .toList();
    }

    /** What all writes of the job together do to a table. */
    public Optional<ChangelogKind> written(TableName table) {
        return strongest(table, OperatorType.SINK);
    }

    /** What the job asks of a table; empty if it only looks up single rows of it. */
    public Optional<ChangelogKind> read(TableName table) {
        return strongest(table, OperatorType.TABLE_SOURCE_SCAN);
    }

    /** All tables that it reads, looks up included. */
    public Set<TableName> readTables() {
        return operators.stream()
                .filter(operator -> !operator.is(OperatorType.SINK))
                .flatMap(operator -> operator.tables().stream())
                .collect(Collectors.toSet());
    }

    /** How it takes in a table that it reads. */
    public Reading reading(TableName table) {
        return read(table).map(Reading::of).orElse(Reading.LOOKUP);
    }

    private Optional<ChangelogKind> strongest(TableName table, OperatorType type) {
        return of(type).stream()
                .filter(operator -> operator.tables().contains(table))
                .map(Operator::changelog)
                .max(ChangelogKind::compareTo);
    }
}
