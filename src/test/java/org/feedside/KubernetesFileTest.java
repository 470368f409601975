package org.feedside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The examples for Kubernetes have all keys that Kubernetes requires, and none that it does not know. */
class KubernetesFileTest {
    private static final Path FOLDER = Path.of("src/container");
    private static final Path FILE = FOLDER.resolve("kubernetes.yaml");

    @ParameterizedTest
    @CsvSource({"kubernetes.yaml,5", "kubernetes-followers.yaml,4"})
    void the_example_is_valid(String file, int count) throws IOException {
        var documents = documents(Files.readString(FOLDER.resolve(file)));

        assertThat(documents).hasSize(count);
        for (var document : documents) {
            validate(document);
        }
    }

    @ParameterizedTest
    @CsvSource({"mountPath,mountpath", "selector,selectors", "podSelector,selector", "periodSeconds,seconds"})
    void a_wrong_key_is_found(String key, String wrong) throws IOException {
        var documents = documents(Files.readString(FILE).replaceAll("\\b" + key + ":", wrong + ":"));

        assertThatThrownBy(() -> {
                    for (var document : documents) {
                        validate(document);
                    }
                })
                .hasMessageContaining(wrong);
    }

    private static void validate(JsonElement document) throws IOException {
        switch (document.getAsJsonObject().get("kind").getAsString()) {
            case "ConfigMap" -> V1ConfigMap.validateJsonElement(document);
            case "Deployment" -> V1Deployment.validateJsonElement(document);
            case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(document);
            case "PersistentVolumeClaim" -> V1PersistentVolumeClaim.validateJsonElement(document);
            case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(document);
            case "Service" -> V1Service.validateJsonElement(document);
            case "StatefulSet" -> V1StatefulSet.validateJsonElement(document);
            default -> throw new IllegalArgumentException("a document of another kind");
        }
    }

    private static List<JsonElement> documents(String yaml) {
        var documents = new Load(LoadSettings.builder().build()).loadAllFromString(yaml);
        return StreamSupport.stream(documents.spliterator(), false)
                .map(new Gson()::toJsonTree)
                .toList();
    }
}
