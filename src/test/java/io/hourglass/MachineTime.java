package io.hourglass;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;

/** The many ways to ask the machine what time it is, calls and method references alike. */
final class MachineTime {

    static final DescribedPredicate<JavaAccess<?>> IS_READ = new DescribedPredicate<>("the machine's time is read") {
        @Override
        public boolean test(JavaAccess<?> access) {
            return access.getTarget() instanceof CodeUnitAccessTarget called && reads(called);
        }
    };

    private MachineTime() {}

    private static boolean reads(CodeUnitAccessTarget called) {
        var owner = called.getOwner();
        var name = called.getName();
        if (owner.isEquivalentTo(Clock.class)) {
            return name.startsWith("system") || (name.startsWith("tick") && !name.equals("tick"));
        }
        if (owner.getPackageName().startsWith("java.time")) {
            return name.equals("now") && !takesAClock(called);
        }
        if (owner.isEquivalentTo(Date.class) || owner.isEquivalentTo(GregorianCalendar.class)) {
            return name.equals("<init>") && called.getRawParameterTypes().isEmpty();
        }
        return (owner.isEquivalentTo(System.class) && name.equals("currentTimeMillis"))
                || (owner.isAssignableTo(Calendar.class) && name.equals("getInstance"));
    }

    private static boolean takesAClock(CodeUnitAccessTarget called) {
        return called.getRawParameterTypes().stream().anyMatch(parameter -> parameter.isEquivalentTo(Clock.class));
    }
}
