package io.hourglass.batch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A use case of one argument that is one transaction, alone or together with other calls. One that is overtaken (the
 * same fact sent twice concurrently, a reply against a timer) runs again on what the winner left; its caller sees neither
 * that nor its neighbours. It runs in another thread than its caller's.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Batched {}
