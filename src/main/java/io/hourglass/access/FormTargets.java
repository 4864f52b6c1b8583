package io.hourglass.access;

import java.util.List;
import java.util.SortedSet;

/**
 * Where the forms of some pages lead besides this program, by redirects: a browser lets them go where the page says, and no further
 * (Content Security Policy, form-action).
 */
public interface FormTargets {

    /** Of the pages, as patterns such as {@code /suppliers/{supplier}/mailbox}. */
    List<String> pages();

    /** Such as {@code https://login.example}; none if they lead nowhere else. */
    SortedSet<String> origins();
}
