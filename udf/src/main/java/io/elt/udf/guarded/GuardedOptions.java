package io.elt.udf.guarded;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The options of the format itself, without those of the inner format. */
record GuardedOptions(
        String innerFormat,
        int maxRecordBytes,
        int maxRawBytes,
        RawRows raw,
        boolean strict,
        Optional<Boolean> quotedValues,
        Map<GuardedMetadata, String> columns) {

    static final ConfigOption<String> FORMAT = ConfigOptions.key("format")
            .stringType()
            .noDefaultValue()
            .withDescription("The inner format: any decoding format that Flink finds on the class path.");

    static final ConfigOption<MemorySize> MAX_RECORD_BYTES = ConfigOptions.key("max-record-bytes")
            .memoryType()
            .defaultValue(MemorySize.parse("1 mb"))
            .withDescription("A longer record is not decoded but becomes an error row.");

    static final ConfigOption<MemorySize> MAX_RAW_BYTES = ConfigOptions.key("max-raw-bytes")
            .memoryType()
            .defaultValue(new MemorySize(Integer.MAX_VALUE))
            .withDescription("How much of a record that is too long is kept in 'raw'. Default: all of it.");

    static final ConfigOption<RawRows> RAW = ConfigOptions.key("raw")
            .enumType(RawRows.class)
            .defaultValue(RawRows.ERRORS)
            .withDescription(
                    "Which rows have their payload in 'raw': bad ones alone (errors), or good ones too (always).");

    static final ConfigOption<Boolean> STRICT = ConfigOptions.key("strict")
            .booleanType()
            .defaultValue(true)
            .withDescription("Refuse what the inner format would accept but alter (the JSON formats and csv).");

    static final ConfigOption<Boolean> QUOTED_VALUES = ConfigOptions.key("quoted-values")
            .booleanType()
            .noDefaultValue()
            .withDescription(
                    "Accept numbers and booleans in quotes if their text is exactly a value of the declared type."
                            + " Default: only for canal-json, which writes all values so.");

    static final ConfigOption<String> ERROR_COLUMN = ConfigOptions.key("error-column")
            .stringType()
            .noDefaultValue()
            .withDescription("A STRING column for the reason, where the connector does not pass on format metadata.");

    static final ConfigOption<String> ERROR_CODE_COLUMN = ConfigOptions.key("error-code-column")
            .stringType()
            .noDefaultValue()
            .withDescription("As error-column, for the error code.");

    static final ConfigOption<String> RAW_COLUMN = ConfigOptions.key("raw-column")
            .stringType()
            .noDefaultValue()
            .withDescription("A BYTES column for the payload, as error-column.");

    static final Set<ConfigOption<?>> REQUIRED = Set.of(FORMAT);

    static final Set<ConfigOption<?>> OPTIONAL = Set.of(
            MAX_RECORD_BYTES, MAX_RAW_BYTES, RAW, STRICT, QUOTED_VALUES, ERROR_COLUMN, ERROR_CODE_COLUMN, RAW_COLUMN);

    static GuardedOptions from(ReadableConfig options) {
        Map<GuardedMetadata, String> columns = new EnumMap<>(GuardedMetadata.class);
        options.getOptional(ERROR_COLUMN).ifPresent(name -> columns.put(GuardedMetadata.ERROR, name));
        options.getOptional(ERROR_CODE_COLUMN).ifPresent(name -> columns.put(GuardedMetadata.ERROR_CODE, name));
        options.getOptional(RAW_COLUMN).ifPresent(name -> columns.put(GuardedMetadata.RAW, name));
        return new GuardedOptions(
                options.get(FORMAT),
                bytes(options, MAX_RECORD_BYTES),
                bytes(options, MAX_RAW_BYTES),
                options.get(RAW),
                options.get(STRICT),
                options.getOptional(QUOTED_VALUES),
                Map.copyOf(columns));
    }

    private static int bytes(ReadableConfig options, ConfigOption<MemorySize> option) {
        long bytes = options.get(option).getBytes();
        if (bytes < 1 || bytes > Integer.MAX_VALUE) {
            throw new ValidationException(
                    "guarded." + option.key() + " must be between 1 byte and 2 gb, but is " + bytes + " bytes.");
        }
        return (int) bytes;
    }
}
