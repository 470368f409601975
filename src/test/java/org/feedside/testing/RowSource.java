package org.feedside.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.AnnotationBasedArgumentsProvider;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** The rows of a table, which are the arguments of a parameterized test. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(RowSource.Provider.class)
public @interface RowSource {
    /** The name of the table, as for {@link Rows#of}. */
    String value();

    /** Reads the table. */
    final class Provider extends AnnotationBasedArgumentsProvider<RowSource> {
        @Override
        protected Stream<Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, RowSource source) {
            return Rows.of(source.value()).map(Arguments::of);
        }
    }
}
