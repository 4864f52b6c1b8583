package io.hourglass.inquiry.web;

import io.hourglass.evidence.Detail;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A field of a request that is a detail: whatever it holds, it is kept as far as it can be, and refused by nobody. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@interface Kept {

    Detail value();
}
