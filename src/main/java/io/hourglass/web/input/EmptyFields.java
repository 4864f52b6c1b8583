package io.hourglass.web.input;

import io.hourglass.web.Page;
import java.beans.PropertyEditor;
import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** A form also sends empty fields: on pages an empty date is absent. */
@ControllerAdvice(annotations = Page.class)
class EmptyFields {

    @InitBinder
    void datesMayBeEmpty(WebDataBinder binder) {
        binder.registerCustomEditor(LocalDate.class, optional(QueryTimes::date));
        binder.registerCustomEditor(LocalDateTime.class, optional(QueryTimes::dateTime));
    }

    /** Forms are records, made whole: no name of a field leads into what they hold, such as {@code words[0]}. */
    @InitBinder
    void formsAreMadeWhole(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    private static PropertyEditor optional(Function<String, Object> reading) {
        return new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                try {
                    setValue(text.isBlank() ? null : reading.apply(text));
                } catch (DateTimeException e) {
                    throw new IllegalArgumentException(e); // as editors say that a text is none of theirs
                }
            }
        };
    }
}
