package io.elt.lineage;

import io.elt.plan.TableName;
import io.elt.plan.column.FlowReader;
import io.elt.plan.column.RowFlow;
import io.elt.serving.ServingView;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.config.Lex;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.plan.ConventionTraitDef;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.volcano.VolcanoPlanner;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformance;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlDelegatingConformance;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;
import org.apache.calcite.sql2rel.SqlToRelConverter;
import org.apache.calcite.sql2rel.StandardConvertletTable;

import java.util.HashMap;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/**
 * Follows the columns of a query that StarRocks understands. Calcite parses and validates it against what the project says that
 * StarRocks has.
 */
final class ViewReader {
    /** A name in GROUP BY means the column before the alias; Calcite knows only one of both at a time. */
    private static final SqlConformance COLUMNS_FIRST = new SqlDelegatingConformance(SqlConformanceEnum.LENIENT) {
        @Override
        public boolean isGroupByAlias() {
            return false;
        }

        @Override
        public boolean isHavingAlias() {
            return false;
        }
    };

    private final ViewCatalog catalog;
    private final Function<List<String>, TableName> names;

    /**
     * @param names what a table is called in the project, by StarRocks' database and table
     */
    ViewReader(ViewCatalog catalog, Function<List<String>, TableName> names) {
        this.catalog = catalog;
        this.names = names;
    }

    /**
     * @param columns of the view
     */
    record ReadView(List<String> columns, RowFlow flow) {}

    /** The query cannot be followed; the message says why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(Exception cause) {
            super(deepest(cause).lines().findFirst().orElse("no reason is told"), cause);
        }

        private static String deepest(Throwable error) {
            Throwable cause = error;
            while (cause.getCause() != null && cause.getCause().getMessage() != null) {
                cause = cause.getCause();
            }
            return String.valueOf(cause.getMessage());
        }
    }

    ReadView read(ServingView view) throws Unreadable {
        try {
            return read(view, COLUMNS_FIRST);
        } catch (Unreadable first) {
            try {
                return read(view, SqlConformanceEnum.LENIENT);
            } catch (Unreadable second) {
                throw first;
            }
        }
    }

    private ReadView read(ServingView view, SqlConformance conformance) throws Unreadable {
        try {
            RelNode query = tree(view, conformance);
            List<String> own = query.getRowType().getFieldNames();
            RowFlow flow = FlowReader.read(query, names, new HashMap<>());
            return new ReadView(view.columns().size() == own.size() ? view.columns() : own, flow);
        } catch (SqlParseException | RuntimeException e) {
            // Calcite's validator and converter also fail with plain runtime exceptions on what they do not know.
            throw new Unreadable(e);
        }
    }

    private RelNode tree(ServingView view, SqlConformance conformance) throws SqlParseException {
        SqlNode parsed = SqlParser.create(
                        ViewText.rewrite(view.query(), catalog.columns()),
                        SqlParser.config().withLex(Lex.MYSQL).withConformance(conformance))
                .parseQuery();
        RelDataTypeFactory types = new JavaTypeFactoryImpl();
        Properties properties = new Properties();
        properties.setProperty(CalciteConnectionProperty.CASE_SENSITIVE.camelName(), "false");
        CalciteCatalogReader tables = new CalciteCatalogReader(
                CalciteSchema.from(catalog.root()),
                List.of(view.database()),
                types,
                new CalciteConnectionConfigImpl(properties));
        SqlValidator validator = SqlValidatorUtil.newValidator(
                ViewFunctions.in(view.query()),
                tables,
                types,
                SqlValidator.Config.DEFAULT.withConformance(conformance).withIdentifierExpansion(true));
        VolcanoPlanner planner = new VolcanoPlanner();
        planner.addRelTraitDef(ConventionTraitDef.INSTANCE);
        return new SqlToRelConverter(
                        (type, query, path, name) -> {
                            throw new UnsupportedOperationException("views are known by their columns");
                        },
                        validator,
                        tables,
                        RelOptCluster.create(planner, new RexBuilder(types)),
                        StandardConvertletTable.INSTANCE,
                        SqlToRelConverter.config()
                                .withExpand(false)
                                // The query is to be read as it was written.
                                .withRelBuilderConfigTransform(builder -> builder.withSimplify(false)))
                .convertQuery(parsed, true, true)
                .project();
    }
}
