package io.elt.plan.operator;

import io.elt.plan.TableName;
import org.apache.flink.table.connector.source.LookupTableSource;
import org.apache.flink.table.connector.source.LookupTableSource.LookupRuntimeProvider;
import org.apache.flink.table.connector.source.lookup.FullCachingLookupProvider;
import org.apache.flink.table.connector.source.lookup.PartialCachingAsyncLookupProvider;
import org.apache.flink.table.connector.source.lookup.PartialCachingLookupProvider;
import org.apache.flink.table.planner.plan.nodes.physical.stream.StreamPhysicalLookupJoin;
import org.apache.flink.table.planner.plan.schema.TableSourceTable;
import org.apache.flink.table.runtime.connector.source.LookupRuntimeProviderContext;
import scala.collection.JavaConverters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** How a lookup join asks its table: what its connector says when it is told what it will be asked by. */
final class LookupReader {
    private static final Map<String, LookupCache> PAIMON = Map.of("none", LookupCache.NONE, "full", LookupCache.FULL);

    private LookupReader() {}

    static Optional<Lookup> of(StreamPhysicalLookupJoin join) {
        if (!(join.temporalTable() instanceof TableSourceTable table)) {
            return Optional.empty();
        }
        int[] positions = JavaConverters.mapAsJavaMap(join.allLookupKeys()).keySet().stream()
                .mapToInt(position -> (int) position)
                .sorted()
                .toArray();
        List<String> names = table.getRowType().getFieldNames();
        return Optional.of(new Lookup(
                TableName.of(table.contextResolvedTable().getIdentifier().toList()),
                IntStream.of(positions).mapToObj(names::get).toList(),
                join.lookupKeyContainsPrimaryKey(),
                join.isAsyncEnabled(),
                cache(table, positions)));
    }

    private static LookupCache cache(TableSourceTable table, int[] key) {
        Map<String, String> options =
                table.contextResolvedTable().getResolvedTable().getOptions();
        // Paimon's source keeps rows by itself, unseen by Flink's interface.
        String connector = options.getOrDefault("connector", options.containsKey("path") ? "paimon" : "");
        if (connector.equals("paimon")) {
            return PAIMON.getOrDefault(options.getOrDefault("lookup.cache", "auto"), LookupCache.PARTIAL);
        }
        int[][] path = IntStream.of(key).mapToObj(each -> new int[] {each}).toArray(int[][]::new);
        LookupRuntimeProvider provider = ((LookupTableSource) table.tableSource())
                .getLookupRuntimeProvider(new LookupRuntimeProviderContext(path));
        if (provider instanceof FullCachingLookupProvider) {
            return LookupCache.FULL;
        }
        boolean partial = provider instanceof PartialCachingLookupProvider caching && caching.getCache() != null
                || provider instanceof PartialCachingAsyncLookupProvider async && async.getCache() != null;
        return partial ? LookupCache.PARTIAL : LookupCache.NONE;
    }
}
