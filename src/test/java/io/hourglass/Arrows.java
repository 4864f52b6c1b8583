package io.hourglass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** Who may use whom: as each module's package-info allows itself, and never up the floors of the house. */
final class Arrows {

    private static final List<List<String>> FLOORS = List.of(
            List.of("kernel", "batch", "bpmn", "engine"),
            List.of("sla", "market", "evidence", "policy", "audit", "access", "mail"),
            List.of("rate", "persons"),
            List.of("referral", "mailbox", "messages"),
            List.of("inquiry", "chat"),
            List.of(
                    "lab",
                    "trace",
                    "operations",
                    "diagnosis",
                    "dispute",
                    "replay",
                    "imports",
                    "mailing",
                    "incoming",
                    "stream",
                    "relay",
                    "watching"),
            List.of("web", "portal"));

    /** The first sentence of what a package says of itself. */
    private static final Pattern INTRODUCTION = Pattern.compile("/\\*\\*(.*?\\.)(\\s|\\*/)", Pattern.DOTALL);

    static final ArchCondition<JavaClass> GO_DOWN = new ArchCondition<>("use nothing of a higher floor") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            var module = moduleOf(type);
            var floor = floor(module);
            if (floor < 0) {
                events.add(SimpleConditionEvent.violated(type, "the module " + module + " has no floor"));
                return;
            }
            used(type)
                    .distinct()
                    .filter(used -> floor(used) > floor)
                    .forEach(used -> events.add(SimpleConditionEvent.violated(
                            type, module + " may not use " + used + ", which is above it: " + type.getName())));
        }
    };

    private Arrows() {}

    /** The table of the document: a row for each module, from the top floor to the ground. */
    static List<String> table(ApplicationModules modules) {
        var rows = new TreeMap<String, String>();
        modules.stream().forEach(module -> {
            var name = module.getIdentifier().toString();
            var face = module.getBasePackage().getAnnotation(ApplicationModule.class);
            var uses = face.stream().flatMap(Arrows::allowed).distinct().map("`%s`"::formatted);
            var cells = List.of(
                    String.valueOf(floor(name)),
                    "`" + name + "`",
                    introduction(name),
                    String.join(", ", uses.toList()));
            rows.put((FLOORS.size() - floor(name)) + name, "| " + String.join(" | ", cells) + " |");
        });
        var table = new ArrayList<>(List.of("| floor | module | what lives in it | may use |", "|---|---|---|---|"));
        table.addAll(rows.values());
        return table;
    }

    private static String introduction(String module) {
        try {
            var found = INTRODUCTION.matcher(
                    Files.readString(Path.of("src/main/java/io/hourglass", module, "package-info.java")));
            if (!found.find()) {
                throw new IllegalStateException("the package-info of " + module + " says nothing");
            }
            var text = found.group(1).replaceAll("\\s*\\n \\* ?", " ").strip();
            return text.substring(0, text.length() - 1).replaceAll("\\{@(?:code|link) ([^}]+)}", "`$1`");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int floor(String module) {
        for (var floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(module)) {
                return floor;
            }
        }
        return -1;
    }

    private static Stream<String> used(JavaClass type) {
        return Stream.concat(
                type.tryGetAnnotationOfType(ApplicationModule.class).stream().flatMap(Arrows::allowed),
                type.getDirectDependenciesFromSelf().stream()
                        .map(arrow -> arrow.getTargetClass())
                        .filter(target -> target.getPackageName().startsWith("io.hourglass."))
                        .map(Arrows::moduleOf));
    }

    private static Stream<String> allowed(ApplicationModule module) {
        return Arrays.stream(module.allowedDependencies()).map(arrow -> arrow.split("::", 2)[0].strip());
    }

    private static String moduleOf(JavaClass type) {
        return type.getPackageName().substring("io.hourglass.".length()).split("\\.", 2)[0];
    }
}
