package io.elt.udf.guarded;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.factories.DeserializationFormatFactory;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.factories.FactoryUtil;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * {@code 'format' = 'guarded'}: decodes with the format named by {@code 'guarded.format'}, and turns what that one cannot
 * decode strictly into rows that say why.
 *
 * <pre>{@code
 * CREATE TABLE account (
 *   id BIGINT NOT NULL,
 *   amount DECIMAL(15, 2),
 *   _error STRING METADATA FROM 'value.error' VIRTUAL,
 *   _raw   BYTES  METADATA FROM 'value.raw' VIRTUAL
 * ) WITH (
 *   'connector' = 'kafka', ...
 *   'format' = 'guarded',
 *   'guarded.format' = 'debezium-json',
 *   'guarded.debezium-json.schema-include' = 'false'
 * )
 * }</pre>
 *
 * <p>A good row is one with {@code _error IS NULL}. The reference is udf/README.md.
 */
public final class GuardedFormatFactory implements DeserializationFormatFactory {

    public static final String IDENTIFIER = "guarded";

    @Override
    public String factoryIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public DecodingFormat<DeserializationSchema<RowData>> createDecodingFormat(
            DynamicTableFactory.Context context, ReadableConfig formatOptions) {
        refuseAsKeyFormat(context.getCatalogTable().getOptions());
        InnerFormatOptions.refuseUnknownKeys(formatOptions.toMap());
        // Ours alone, without the prefixes below: that of the format `raw` has the same key as our own option.
        FactoryUtil.validateFactoryOptions(GuardedOptions.REQUIRED, GuardedOptions.OPTIONAL, formatOptions);

        GuardedOptions options = GuardedOptions.from(formatOptions);
        InnerFormatOptions innerOptions = InnerFormatOptions.of(options.innerFormat(), formatOptions.toMap());
        DeserializationFormatFactory innerFactory = innerOptions.discoverFactory(context.getClassLoader());
        return new GuardedDecodingFormat(
                options, innerOptions, innerFactory.createDecodingFormat(context, innerOptions.values()));
    }

    /** A key has no metadata of its own in any connector: its bad rows could not be told from good ones. */
    private static void refuseAsKeyFormat(Map<String, String> tableOptions) {
        if (IDENTIFIER.equals(tableOptions.get("key.format"))) {
            throw new ValidationException(
                    "'key.format' = 'guarded' is not supported: a row has no place for the error of its"
                            + " key. Use 'key.format' = 'raw' and decode the key in SQL.");
        }
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return GuardedOptions.REQUIRED;
    }

    /** Besides our own, one prefix for each format: the connectors refuse every option that is not named here. */
    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        Set<ConfigOption<?>> options = new HashSet<>(GuardedOptions.OPTIONAL);
        ClassLoader ours = GuardedFormatFactory.class.getClassLoader();
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        options.addAll(InnerFormatOptions.prefixes(ours));
        if (ofThread != ours) {
            options.addAll(InnerFormatOptions.prefixes(ofThread));
        }
        return options;
    }
}
