package io.hourglass.evidence.input;

import io.hourglass.evidence.details.Detail;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springframework.stereotype.Component;

/** Says in the API's description what {@link Formatted} demands, and how much is kept of what is {@link Kept}. */
@Component
class FormatsInOpenApi implements PropertyCustomizer {

    @Override
    @SuppressWarnings("rawtypes")
    public Schema customize(Schema property, AnnotatedType type) {
        var annotations = type.getCtxAnnotations();
        if (annotations != null) {
            Stream.of(annotations)
                    .filter(Formatted.class::isInstance)
                    .map(annotation -> ((Formatted) annotation).value())
                    .forEach(format -> describe(property, format));
            Stream.of(annotations)
                    .filter(OneOf.class::isInstance)
                    .map(annotation -> OneOf.Reader.namesOf(((OneOf) annotation).value()))
                    .forEach(names -> describe(property, names));
            Stream.of(annotations)
                    .filter(Kept.class::isInstance)
                    .map(annotation -> ((Kept) annotation).value())
                    .forEach(detail -> describe(property, detail));
        }
        return property;
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Schema property, Detail detail) {
        var kept = "Kept up to " + detail.most() + " characters.";
        property.setDescription(property.getDescription() == null ? kept : property.getDescription() + " " + kept);
    }

    @SuppressWarnings({"rawtypes", "unchecked"})
    private static void describe(Schema property, List<String> names) {
        property.setEnum(names);
        if (property.getDescription() == null) {
            property.setDescription("one of " + String.join(", ", names));
        }
    }

    @SuppressWarnings("rawtypes")
    private static void describe(Schema property, Format format) {
        if (format == Format.INSTANT) {
            property.setFormat("date-time");
        } else {
            property.setMaxLength(format.maxLength());
        }
        if (property.getDescription() == null) {
            property.setDescription(format.rule());
        }
    }
}
