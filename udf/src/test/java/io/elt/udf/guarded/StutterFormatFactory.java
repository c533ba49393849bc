package io.elt.udf.guarded;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.table.connector.format.DecodingFormat;
import org.apache.flink.table.connector.source.DynamicTableSource;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryRowData;
import org.apache.flink.table.data.writer.BinaryRowWriter;
import org.apache.flink.table.factories.DeserializationFormatFactory;
import org.apache.flink.table.factories.DynamicTableFactory;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.Collector;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A format as third parties write them: a row for each word of the payload, in Flink's binary form, until a word is
 * {@code fail}. A payload {@code nothing} gives no row, {@code deep} recurses without end.
 */
public final class StutterFormatFactory implements DeserializationFormatFactory {

    @Override
    public String factoryIdentifier() {
        return "stutter";
    }

    @Override
    public DecodingFormat<DeserializationSchema<RowData>> createDecodingFormat(
            DynamicTableFactory.Context context, ReadableConfig formatOptions) {
        return new DecodingFormat<>() {
            @Override
            public DeserializationSchema<RowData> createRuntimeDecoder(
                    DynamicTableSource.Context sourceContext, DataType physicalDataType) {
                return new Schema(sourceContext.createTypeInformation(physicalDataType));
            }

            @Override
            public ChangelogMode getChangelogMode() {
                return ChangelogMode.all();
            }
        };
    }

    @Override
    public Set<ConfigOption<?>> requiredOptions() {
        return Set.of();
    }

    @Override
    public Set<ConfigOption<?>> optionalOptions() {
        return Set.of(ConfigOptions.key("settings").mapType().noDefaultValue());
    }

    private record Schema(TypeInformation<RowData> producedType) implements DeserializationSchema<RowData> {

        @Override
        public void deserialize(byte[] message, Collector<RowData> out) {
            String text = new String(message, StandardCharsets.UTF_8);
            if (text.equals("nothing")) {
                return;
            }
            if (text.equals("deep")) {
                deserialize(message, out);
            }
            for (String word : text.split(" ")) {
                if (word.equals("fail")) {
                    throw new IllegalStateException(
                            "The payload was '" + text + "'", new IllegalArgumentException("bad word\n\tat byte 7"));
                }
                out.collect(row(word));
            }
        }

        private static RowData row(String word) {
            BinaryRowData row = new BinaryRowData(1);
            BinaryRowWriter writer = new BinaryRowWriter(row);
            writer.writeRowKind(RowKind.UPDATE_AFTER);
            writer.writeString(0, StringData.fromString(word));
            writer.complete();
            return row;
        }

        @Override
        public RowData deserialize(byte[] message) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isEndOfStream(RowData nextElement) {
            return false;
        }

        @Override
        public TypeInformation<RowData> getProducedType() {
            return producedType;
        }
    }
}
