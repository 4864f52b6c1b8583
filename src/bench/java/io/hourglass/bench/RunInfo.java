package io.hourglass.bench;

import io.hourglass.bench.contender.Database;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.engine.Constants;

/** What ran where. */
final class RunInfo {

    private RunInfo() {}

    static Map<String, Object> of(Options options, Database postgres) {
        var info = new LinkedHashMap<String, Object>();
        info.put("mode", options.mode().name());
        info.put("cores", Runtime.getRuntime().availableProcessors());
        info.put("maxHeapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        info.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        info.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        info.put(
                "postgresql",
                postgres.direct().sql("show server_version").query(String.class).single());
        info.put("h2", Constants.VERSION);
        info.put("callersOfHourglass", options.callers());
        info.put("counts", options.mode());
        return info;
    }
}
