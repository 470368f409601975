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

/** Words, each of which is the argument of a parameterized test. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ArgumentsSource(WordSource.Provider.class)
public @interface WordSource {
    /** The words, as {@link Words#of} reads them. */
    String value();

    /** Reads the words. */
    final class Provider extends AnnotationBasedArgumentsProvider<WordSource> {
        @Override
        protected Stream<Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context, WordSource source) {
            return Words.of(source.value()).stream().map(Arguments::of);
        }
    }
}
