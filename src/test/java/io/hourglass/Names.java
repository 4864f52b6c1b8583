package io.hourglass;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How things are called and introduced. */
final class Names {

    private static final Set<String> EMPTY_WORDS =
            Set.of("common", "util", "helper", "service", "manager", "dto", "impl", "model", "base");

    static final ArchCondition<JavaClass> SAY_WHAT_A_THING_IS = new ArchCondition<>("be called what they are") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Stream.concat(Arrays.stream(type.getPackageName().split("\\.")), humps(type.getSimpleName()))
                    .filter(Names::isEmpty)
                    .forEach(word -> events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " has the empty word \"" + word + "\" in its name")));
        }
    };

    static final ArchCondition<JavaClass> LIVE_IN_A_PACKAGE_THAT_INTRODUCES_ITSELF =
            new ArchCondition<>("live in a package with a package-info that marks it @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (type.getPackage()
                            .tryGetAnnotationOfType(NullMarked.class)
                            .isEmpty()) {
                        events.add(SimpleConditionEvent.violated(
                                type,
                                type.getName() + " lives in " + type.getPackageName()
                                        + ", which has no @NullMarked package-info"));
                    }
                }
            };

    private Names() {}

    private static Stream<String> humps(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_"));
    }

    private static boolean isEmpty(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return EMPTY_WORDS.contains(lower)
                || (lower.endsWith("s") && EMPTY_WORDS.contains(lower.substring(0, lower.length() - 1)));
    }
}
