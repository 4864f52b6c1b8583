package io.hourglass.batch;

import java.util.List;

/** The argument of a call that stands for many: what is read ahead for a call is read for each of them. */
public interface Together {

    List<?> members();
}
