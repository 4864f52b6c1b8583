package io.hourglass;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;

/** Who may use whom: the floors of the house, from the bottom up. */
final class Arrows {

    private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

    /** Its arrows stand already. */
    private static final String TO_COME = "chat";

    private static final Map<String, Set<String>> TABLE = Map.ofEntries(
            entry("kernel", Set.of()),
            entry("group", Set.of()),
            entry("engine", Set.of("kernel", "group")),
            entry("sla", Set.of("kernel")),
            entry("market", Set.of("kernel", "group", "audit")),
            entry("evidence", Set.of("kernel", "group")),
            entry("audit", Set.of("kernel", "group")),
            entry("access", Set.of("kernel", "audit")),
            entry("policy", Set.of("kernel", "group", "sla", "audit")),
            entry("rate", Set.of("kernel", "group", "sla", "audit", "policy")),
            entry("referral", Set.of("kernel", "group", "sla", "audit", "policy", "market", "rate")),
            entry(
                    "inquiry",
                    Set.of("kernel", "group", "access", "sla", "market", "evidence", "audit", "rate", "referral")),
            entry(
                    "dispute",
                    Set.of("kernel", "group", "access", "sla", "evidence", "audit", "policy", "rate", "inquiry")),
            entry(
                    "operations",
                    Set.of("kernel", "group", "access", "sla", "market", "audit", "rate", "inquiry", "dispute")),
            entry("chat", Set.of("kernel", "group", "sla", "market", "evidence", "rate")),
            entry("diagnosis", Set.of("kernel", "sla", "evidence", "rate", "inquiry")),
            entry("trace", allBut("diagnosis", "engine", "operations", "trace", "portal", "replay")),
            entry("portal", allBut("portal", "engine", "replay")),
            entry("replay", allBut("replay", "diagnosis", "operations", "portal", "trace")));

    static final ArchCondition<JavaClass> STAY_WITHIN_THE_TABLE = new ArchCondition<>("stay within the arrow table") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var module = moduleOf(type);
            var allowed = TABLE.get(module);
            if (allowed == null) {
                violated(events, type, "the module " + module + " has no row in the arrow table");
                return;
            }
            declaredBy(type)
                    .filter(arrow -> !allowed.contains(arrow))
                    .forEach(arrow -> violated(
                            events,
                            type,
                            "the package-info of " + module + " allows itself " + arrow
                                    + ", which the arrow table does not"));
            type.getDirectDependenciesFromSelf().stream()
                    .filter(arrow -> isOurs(arrow.getTargetClass()))
                    .filter(arrow -> !moduleOf(arrow.getTargetClass()).equals(module)
                            && !allowed.contains(moduleOf(arrow.getTargetClass())))
                    .forEach(arrow -> violated(
                            events,
                            type,
                            module + " may not use " + moduleOf(arrow.getTargetClass()) + ": "
                                    + arrow.getDescription()));
        }
    };

    private Arrows() {}

    /** As the document has it: who may use whom, of the modules that are there. */
    static Map<String, Set<String>> documented(List<String> lines) {
        var rows = new TreeMap<String, Set<String>>();
        for (var line : lines) {
            var cells = line.split("\\|", -1);
            var modules = names(cells[1]);
            var used = names(cells[2]);
            for (var module : modules) {
                rows.put(module, cells[2].strip().startsWith("all but") ? without(module, used) : used);
            }
        }
        return rows;
    }

    /** As it holds, without what is still to come. */
    static Map<String, Set<String>> present() {
        var rows = new TreeMap<String, Set<String>>();
        TABLE.forEach((module, used) -> rows.put(module, present(used)));
        rows.remove(TO_COME);
        return rows;
    }

    private static Set<String> present(Set<String> modules) {
        var there = new TreeSet<>(modules);
        there.remove(TO_COME);
        return there;
    }

    private static Set<String> without(String module, Set<String> others) {
        var left = new TreeSet<>(allBut(others.toArray(String[]::new)));
        left.remove(module);
        return present(left);
    }

    private static Set<String> names(String cell) {
        return new TreeSet<>(
                NAME.matcher(cell).results().map(found -> found.group(1)).toList());
    }

    private static Set<String> allBut(String... others) {
        var all = new HashSet<>(Set.of(
                "kernel",
                "group",
                "engine",
                "sla",
                "market",
                "evidence",
                "access",
                "audit",
                "policy",
                "rate",
                "referral",
                "inquiry",
                "dispute",
                "diagnosis",
                "operations",
                "chat",
                "trace",
                "portal",
                "replay"));
        Arrays.asList(others).forEach(all::remove);
        return Set.copyOf(all);
    }

    /** The program itself, which starts all modules, is a module without a name. */
    private static String moduleOf(JavaClass type) {
        var inside = type.getPackageName().substring("io.hourglass".length());
        return inside.isEmpty() ? "(the program)" : inside.substring(1).split("\\.", 2)[0];
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals("io.hourglass")
                || type.getPackageName().startsWith("io.hourglass.");
    }

    private static Stream<String> declaredBy(JavaClass type) {
        return type.tryGetAnnotationOfType(ApplicationModule.class)
                .map(module -> Arrays.stream(module.allowedDependencies()))
                .orElseGet(Stream::empty)
                .map(arrow -> arrow.split("::", 2)[0].strip());
    }

    private static void violated(ConditionEvents events, JavaClass type, String message) {
        events.add(SimpleConditionEvent.violated(type, message));
    }
}
