package io.elt.plan;

import io.elt.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;

/** Each pattern reads what this version of Flink really says; the whole way from a file is tested with bad projects. */
class FlinkMessageTest {
    private static Diagnostic read(Throwable error) {
        return FlinkMessage.read(error).orElseThrow().diagnostic();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.b.DynamicTableFactory | ELT5008 | there is no connector 'x'",
                "a.b.DynamicTableSourceFactory | ELT5008 | there is no connector 'x'",
                "a.b.CatalogFactory | ELT5012 | there is no catalog type 'x'",
                "a.b.DeserializationFormatFactory | ELT5008 | there is no format 'x'",
                "a.b.ParserFactory | ELT5008 | there is no SQL dialect 'x'",
            })
    void whatIsNotThereIsNamedByItsKind(String factory, String code, String message) {
        Diagnostic said =
                read(new IllegalStateException("Could not find any factory for identifier 'x' that implements '"
                        + factory + "' in the classpath.\n\nAvailable factory identifiers are:\n\ny\nz"));

        assertThat(said).hasToString("error[" + code + "]: " + message);
        assertThat(said.hint()).hasValue("did you mean 'y'?");
    }

    @Test
    void severalUnknownOptionsAreOneProblem() {
        Diagnostic said = read(new IllegalStateException(
                "Unsupported options found for 'kafka'.\n\nUnsupported options:\n\ntopci\nformt\n\n"
                        + "Supported options:\n\nformat\ntopic"));

        assertThat(said.message()).isEqualTo("'kafka' has no options 'topci', 'formt'");
        assertThat(said.hint()).hasValue("did you mean 'topic'?");
    }

    @Test
    void aWrongValueSaysWhichAreRight() {
        Exception deepest = new IllegalArgumentException(
                "Could not parse value for enum class a.B$C. Expected one of: [[one, two]]");

        Diagnostic said = read(new IllegalStateException(
                "wrapped", new IllegalArgumentException("Could not parse value 'x' for key 'k'.", deepest)));

        assertThat(said.message()).isEqualTo("the option 'k' cannot be 'x'");
        assertThat(said.hint()).hasValue("it can be one, two");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Database d does not exist in Catalog c. | there is no database d in the catalog c",
                "A database with name [d] does not exist in the catalog: [c]. | there is no database d in the catalog c",
                "Catalog c does not exist. | there is no catalog c",
                "A catalog with name [c] does not exist. | there is no catalog c",
                "Hint: NOPE should be registered in the HintStrategyTable | there is no hint NOPE",
                "Connector 'datagen' can only be used as a source. It cannot be used as a sink. |"
                        + " the connector 'datagen' can only be read",
                "Could not find required scan format 'value.format'. | the option 'format' is missing",
            })
    void isSaidInOtherWords(String flink, String words) {
        assertThat(read(new IllegalStateException(flink)).message()).isEqualTo(words);
    }

    @Test
    void whatItDoesNotKnowStaysAsItIs() {
        assertThat(FlinkMessage.read(new IllegalStateException("something else")))
                .isEqualTo(Optional.empty());
        assertThat(FlinkMessage.read(new IllegalStateException())).isEqualTo(Optional.empty());
    }
}
