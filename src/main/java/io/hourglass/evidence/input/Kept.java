package io.hourglass.evidence.input;

import io.hourglass.evidence.details.Detail;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field of a request that is a detail: any content is kept as far as possible, and never refused. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Kept {

    Detail value();
}
