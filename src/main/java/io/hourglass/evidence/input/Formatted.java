package io.hourglass.evidence.input;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A field of a request that, if it is given, is written in a certain format. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Formatted.Reader.class)
public @interface Formatted {

    Format value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Names the format's rule when it is broken. */
    final class Reader implements ConstraintValidator<Formatted, String> {

        private Format format = Format.ID;

        @Override
        public void initialize(Formatted written) {
            format = written.value();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null || format.accepts(value)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(format.rule()).addConstraintViolation();
            return false;
        }
    }
}
