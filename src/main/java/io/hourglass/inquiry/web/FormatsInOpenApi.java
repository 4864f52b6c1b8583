package io.hourglass.inquiry.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.stream.Stream;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;

/** Says in the API's description what {@link Written} demands. */
@Component
class FormatsInOpenApi implements PropertyCustomizer {

    @Override
    @SuppressWarnings("rawtypes")
    public Schema customize(Schema property, AnnotatedType type) {
        var annotations = type.getCtxAnnotations();
        if (annotations != null) {
            Stream.of(annotations)
                    .filter(Written.class::isInstance)
                    .map(annotation -> ((Written) annotation).value())
                    .forEach(format -> describe(property, format));
        }
        return property;
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void describe(Schema property, Format format) {
        if (format == Format.INSTANT) {
            property.setFormat("date-time");
        } else if (format.allowedValues().isEmpty()) {
            property.setMaxLength(format.maxLength());
        } else {
            property.setEnum(format.allowedValues());
        }
        if (property.getDescription() == null) {
            property.setDescription(format.rule());
        }
    }
}
