/**
 * What every page and every call needs: menus, languages, pages of a list and the links between them.
 * No rule lives here.
 */
@ApplicationModule(
        displayName = "Web",
        allowedDependencies = {
            "kernel",
            "kernel :: ids",
            "kernel :: lists",
            "kernel :: text",
            "kernel :: time",
            "batch",
            "access",
            "access :: accounts",
            "access :: callers",
            "access :: pages"
        })
@NullMarked
package io.hourglass.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
