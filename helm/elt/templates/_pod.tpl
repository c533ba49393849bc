{{/* A pod that runs one command of elt: (dict "root" $ "command" "run" "arguments" list "component" "apply" "target" "other"). */}}
{{- define "elt.pod" -}}
{{- $root := .root -}}
{{- $values := $root.Values -}}
{{- $configMap := include "elt.projectConfigMap" $root -}}
metadata:
  labels:
    {{- include "elt.labels" $root | nindent 4 }}
    app.kubernetes.io/component: {{ .component }}
    {{- with $values.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with $values.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  restartPolicy: Never
  serviceAccountName: {{ include "elt.serviceAccount" $root }}
  {{- with $values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  securityContext:
    runAsNonRoot: true
    runAsUser: 9999
    runAsGroup: 9999
    fsGroup: 9999
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: elt
      image: {{ include "elt.image" $root | quote }}
      imagePullPolicy: {{ $values.image.pullPolicy }}
      args:
        - {{ .command }}
        {{- range .arguments }}
        - {{ . | quote }}
        {{- end }}
        - --directory
        - {{ $values.project.path | quote }}
        - --target
        - {{ default $values.target .target | quote }}
        {{- range $name, $value := $values.vars }}
        - --var
        - {{ printf "%s=%s" $name (kindIs "string" $value | ternary $value (toJson $value)) | quote }}
        {{- end }}
      env:
        {{- range $name, $value := fromYaml (include "elt.environment" $root) }}
        - name: {{ $name }}
          value: {{ $value | quote }}
        {{- end }}
        {{- with $values.env }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      {{- with include "elt.secret" $root }}
      envFrom:
        - secretRef:
            name: {{ . }}
      {{- end }}
      resources:
        {{- toYaml $values.resources | nindent 8 }}
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        capabilities:
          drop: [ALL]
      volumeMounts:
        - name: temporary
          mountPath: /tmp
        - name: work
          mountPath: {{ $values.project.path }}{{ if not $configMap }}/.elt{{ end }}
        {{- if $configMap }}
        {{- range include "elt.projectRoots" $root | fromYamlArray }}
        - name: project
          mountPath: {{ $values.project.path }}/{{ . }}
          subPath: {{ . }}
          readOnly: true
        {{- end }}
        {{- end }}
        {{- with include "elt.claim" $root }}
        - name: storage
          mountPath: {{ $values.storage.claim.mountPath }}
        {{- end }}
  volumes:
    - name: temporary
      emptyDir: {}
    - name: work
      emptyDir: {}
    {{- with $configMap }}
    - name: project
      configMap:
        name: {{ . }}
        items:
          {{- include "elt.projectItems" $root | nindent 10 }}
    {{- end }}
    {{- with include "elt.claim" $root }}
    - name: storage
      persistentVolumeClaim:
        claimName: {{ . }}
    {{- end }}
  {{- with $values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* Which key of the ConfigMap is which file. */}}
{{- define "elt.projectItems" -}}
{{- $items := .Values.project.items -}}
{{- range $path, $text := .Values.project.files -}}
{{- $items = append $items (dict "key" (include "elt.projectKey" $path) "path" $path) -}}
{{- end -}}
{{- toYaml $items -}}
{{- end -}}

{{/* The first parts of all paths: each is mounted by itself, so that elt can write its .elt folder beside them. */}}
{{- define "elt.projectRoots" -}}
{{- $roots := list -}}
{{- range fromYamlArray (include "elt.projectItems" .) -}}
{{- $roots = append $roots (index (splitList "/" .path) 0) -}}
{{- end -}}
{{- toYaml (sortAlpha (uniq $roots)) -}}
{{- end -}}
