package io.hourglass.engine.deployment;

import java.beans.FeatureDescriptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * The names that expressions know besides variables: beans that are delegates or listeners, and beans that give a timer
 * its instant, by a public method from the execution to a {@link Date}. Of an execution they may ask its business key and
 * whether it has a variable. No other property is read and no other method called, of whatever object: what is not named
 * here is unknown.
 */
class DelegateBeans extends ELResolver {

    private static final List<Class<?>> DELEGATES =
            List.of(JavaDelegate.class, ExecutionListener.class, TaskListener.class);

    private final ListableBeanFactory beans;
    private final Map<String, Object> known = new ConcurrentHashMap<>();

    DelegateBeans(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base == null && property instanceof String name && isKnown(name)) {
            context.setPropertyResolved(true);
            return known.computeIfAbsent(name, beans::getBean);
        }
        if (base instanceof DelegateExecution execution && property.equals("processBusinessKey")) {
            context.setPropertyResolved(true);
            return execution.getProcessBusinessKey();
        }
        return null;
    }

    private boolean isKnown(String name) {
        return known.containsKey(name) || (beans.containsBean(name) && isKnown(beans.getType(name)));
    }

    private static boolean isKnown(@Nullable Class<?> type) {
        return type != null
                && (DELEGATES.stream().anyMatch(delegate -> delegate.isAssignableFrom(type))
                        || instantsOf(type).findAny().isPresent());
    }

    private static Stream<Method> instantsOf(Class<?> type) {
        return Arrays.stream(ClassUtils.getUserClass(type).getMethods())
                .filter(method -> method.getReturnType() == Date.class
                        && Arrays.equals(method.getParameterTypes(), new Class<?>[] {DelegateExecution.class}));
    }

    @Override
    public @Nullable Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object[] arguments) {
        if (arguments.length != 1) {
            return null;
        }
        if (base instanceof DelegateExecution asked
                && method.equals("hasVariable")
                && arguments[0] instanceof String variable) {
            context.setPropertyResolved(true);
            return asked.hasVariable(variable);
        }
        return arguments[0] instanceof DelegateExecution execution && known.containsValue(base)
                ? instant(context, base, method, execution)
                : null;
    }

    private static @Nullable Object instant(ELContext context, Object bean, Object name, DelegateExecution execution) {
        var method = instantsOf(bean.getClass())
                .filter(one -> one.getName().equals(name))
                .findFirst();
        method.ifPresent(found -> context.setPropertyResolved(true));
        return method.map(found -> ReflectionUtils.invokeMethod(found, bean, execution))
                .orElse(null);
    }

    @Override
    public Class<?> getType(ELContext context, @Nullable Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, Object property, @Nullable Object value) {
        throw new PropertyNotWritableException("an expression sets variables alone, and not " + property);
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
