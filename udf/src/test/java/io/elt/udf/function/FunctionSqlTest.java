package io.elt.udf.function;

import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The functions as a SQL client calls them. */
class FunctionSqlTest {

    private final TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inBatchMode());

    @Test
    void moduleBringsAllFunctionsUnderTheirNames() {
        tables.executeSql("LOAD MODULE elt");

        assertThat(tables.listFunctions()).contains("bank_date", "birth_date", "birth_sex");
        assertThat(row("SELECT bank_date('930101'), Birth_Date('706213'), BIRTH_SEX('706213')"))
                .hasToString("+I[1993-01-01, 1970-12-13, F]");
        assertThat(row("SELECT bank_date('930230'), birth_date('nobody'), birth_sex(CAST(NULL AS STRING))"))
                .hasToString("+I[null, null, null]");
    }

    @Test
    void resultHasItsType() {
        tables.executeSql("LOAD MODULE elt");

        assertThat(tables.sqlQuery(
                                "SELECT bank_date(a) a, birth_date(a) b, birth_sex(a) c FROM (VALUES ('930101')) AS t(a)")
                        .getResolvedSchema()
                        .getColumnDataTypes())
                .map(Object::toString)
                .containsExactly("DATE", "DATE", "STRING");
    }

    @Test
    void functionsCanBeCreatedOneByOne() {
        tables.executeSql("CREATE TEMPORARY FUNCTION opened AS 'io.elt.udf.function.BankDate'");
        tables.executeSql("CREATE TEMPORARY FUNCTION born AS 'io.elt.udf.function.BirthDate'");
        tables.executeSql("CREATE TEMPORARY FUNCTION sex AS 'io.elt.udf.function.BirthSex'");

        assertThat(row("SELECT opened(a), born(a), sex(a) FROM (VALUES ('450204')) AS t(a)"))
                .hasToString("+I[1945-02-04, 1945-02-04, M]");
    }

    @Test
    void moduleRefusesOptionsThatItDoesNotHave() {
        assertThatThrownBy(() -> tables.executeSql("LOAD MODULE elt WITH ('century' = '20')"))
                .hasStackTraceContaining("century");
    }

    private Row row(String query) {
        return tables.executeSql(query).collect().next();
    }
}
