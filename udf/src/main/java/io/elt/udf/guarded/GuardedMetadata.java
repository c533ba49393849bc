package io.elt.udf.guarded;

import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.DataType;

import java.util.Optional;

/** What the guarded format says about a row, besides the columns and the metadata of the inner format. */
enum GuardedMetadata {
    /** The reason in one line; null says that the row is good. */
    ERROR("error", DataTypes.STRING()),
    /** The name of the {@link ErrorCode}; null says that the row is good. */
    ERROR_CODE("error-code", DataTypes.STRING()),
    /** The payload of a bad row; that of a good one only if {@link RawRows} says so. */
    RAW("raw", DataTypes.BYTES());

    private final String key;
    private final DataType dataType;

    GuardedMetadata(String key, DataType dataType) {
        this.key = key;
        this.dataType = dataType;
    }

    String key() {
        return key;
    }

    DataType dataType() {
        return dataType;
    }

    static Optional<GuardedMetadata> forKey(String key) {
        for (GuardedMetadata metadata : values()) {
            if (metadata.key.equals(key)) {
                return Optional.of(metadata);
            }
        }
        return Optional.empty();
    }

    Object onGoodRow(byte[] raw) {
        return switch (this) {
            case ERROR, ERROR_CODE -> null;
            case RAW -> raw;
        };
    }

    Object onBadRow(Rejection rejection, byte[] raw) {
        return switch (this) {
            case ERROR -> StringData.fromString(rejection.reason());
            case ERROR_CODE -> StringData.fromString(rejection.code().name());
            case RAW -> raw;
        };
    }
}
