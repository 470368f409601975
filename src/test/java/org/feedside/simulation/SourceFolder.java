package org.feedside.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * A folder of Java source files. A type is found by its simple name in any package and a method by its name, so that
 * moves and formatting do not matter.
 */
record SourceFolder(Path root) {
    /**
     * Returns the source text of a top-level type in which one method has another body.
     *
     * @param body the statements of the new body, without braces
     * @throws AssertionError if the type or the method is missing or ambiguous
     */
    String withBody(String type, String method, String body) throws IOException {
        var file = file(type);
        var source = Files.readString(file);
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var options = List.of("-proc:none");
            var task = (JavacTask) compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(file));
            var unit = task.parse().iterator().next();
            var block = method(unit, type, method).getBody();
            var positions = Trees.instance(task).getSourcePositions();
            var start = Math.toIntExact(positions.getStartPosition(unit, block));
            var end = Math.toIntExact(positions.getEndPosition(unit, block));
            return source.substring(0, start) + "{ " + body + " }" + source.substring(end);
        }
    }

    private Path file(String type) throws IOException {
        try (var walk = Files.walk(root)) {
            var files = walk.filter(file -> file.endsWith(type + ".java")).toList();
            assertThat(files).as("files of the type %s", type).hasSize(1);
            return files.get(0);
        }
    }

    /** Constructors, methods without a body, and the methods of nested types do not count. */
    private static MethodTree method(CompilationUnitTree unit, String type, String name) {
        var methods = unit.getTypeDecls().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(tree -> tree.getSimpleName().contentEquals(type))
                .flatMap(tree -> tree.getMembers().stream())
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals(name) && method.getBody() != null)
                .toList();
        assertThat(methods).as("methods %s#%s", type, name).hasSize(1);
        return methods.get(0);
    }
}
