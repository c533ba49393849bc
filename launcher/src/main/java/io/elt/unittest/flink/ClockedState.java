package io.elt.unittest.flink;

import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.runtime.state.AbstractKeyedStateBackend;
import org.apache.flink.runtime.state.KeyedStateBackendParametersImpl;
import org.apache.flink.runtime.state.StateBackendFactory;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;

import java.io.IOException;

/** State in memory that expires by the clock of the run, so that a week passes without anybody waiting for it. */
final class ClockedState extends HashMapStateBackend {
    private static final long serialVersionUID = 1L;

    /** Flink makes it out of its name in the settings. */
    public static final class Factory implements StateBackendFactory<ClockedState> {
        @Override
        public ClockedState createFromConfig(ReadableConfig settings, ClassLoader loader) {
            return new ClockedState();
        }
    }

    @Override
    public HashMapStateBackend configure(ReadableConfig settings, ClassLoader loader) {
        return this;
    }

    @Override
    public <K> AbstractKeyedStateBackend<K> createKeyedStateBackend(KeyedStateBackendParameters<K> parameters)
            throws IOException {
        Run run = Runs.of(parameters.getJobID().toHexString());
        return super.createKeyedStateBackend(
                new KeyedStateBackendParametersImpl<>(parameters).setTtlTimeProvider(run::clock));
    }
}
