{{/* Names are cut so that what is hung on to them still fits into 63 characters. */}}
{{- define "elt.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "elt.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains (include "elt.name" .) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "elt.name" .) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- define "elt.selectorLabels" -}}
app.kubernetes.io/name: {{ include "elt.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end -}}

{{- define "elt.labels" -}}
{{ include "elt.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" }}
{{- end -}}

{{- define "elt.image" -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" .Values.image.repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" .Values.image.repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- define "elt.serviceAccount" -}}
{{- default (ternary (include "elt.fullname" .) "default" .Values.serviceAccount.create) .Values.serviceAccount.name -}}
{{- end -}}

{{- define "elt.flinkServiceAccount" -}}
{{- default (ternary (printf "%s-flink" (include "elt.fullname" .)) "default" .Values.flinkServiceAccount.create) .Values.flinkServiceAccount.name -}}
{{- end -}}

{{- define "elt.secret" -}}
{{- if .Values.secrets.existingSecret -}}
{{- .Values.secrets.existingSecret -}}
{{- else if .Values.secrets.values -}}
{{- include "elt.fullname" . -}}
{{- end -}}
{{- end -}}

{{- define "elt.claim" -}}
{{- if .Values.storage.claim.enabled -}}
{{- default (include "elt.fullname" .) .Values.storage.claim.existing -}}
{{- end -}}
{{- end -}}

{{- define "elt.projectConfigMap" -}}
{{- if .Values.project.files -}}
{{- include "elt.fullname" . }}-project
{{- else -}}
{{- .Values.project.existingConfigMap -}}
{{- end -}}
{{- end -}}

{{/* A key of a ConfigMap has no slash. */}}
{{- define "elt.projectKey" -}}
{{- . | replace "/" "__" -}}
{{- end -}}

{{/* Where something is: what the values say, or a folder of the claim. */}}
{{- define "elt.place" -}}
{{- $said := index .root.Values.storage .name -}}
{{- if $said -}}
{{- $said -}}
{{- else if .root.Values.storage.claim.enabled -}}
{{- printf "file://%s/%s" .root.Values.storage.claim.mountPath .name -}}
{{- end -}}
{{- end -}}

{{/* What a project may ask of its release with env_var(): a map as YAML. */}}
{{- define "elt.environment" -}}
{{- $environment := dict
    "RELEASE_NAMESPACE" .Release.Namespace
    "RELEASE_IMAGE" (include "elt.image" .)
    "RELEASE_SERVICE_ACCOUNT" (include "elt.flinkServiceAccount" .) -}}
{{- range $name, $value := dict
    "RELEASE_STATE" (include "elt.place" (dict "root" . "name" "state"))
    "RELEASE_WAREHOUSE" (include "elt.place" (dict "root" . "name" "warehouse"))
    "RELEASE_ENV_FROM" (include "elt.secret" .)
    "RELEASE_PULL_SECRETS" (join "," .Values.image.pullSecrets)
    "RELEASE_CLAIM" (include "elt.claim" .)
    "RELEASE_CLAIM_PATH" (ternary .Values.storage.claim.mountPath "" .Values.storage.claim.enabled)
    "RELEASE_S3_ENDPOINT" .Values.storage.s3.endpoint
    "RELEASE_S3_REGION" .Values.storage.s3.region
    "RELEASE_S3_PATH_STYLE" (ternary "true" "" .Values.storage.s3.pathStyleAccess) -}}
{{- if $value -}}
{{- $_ := set $environment $name $value -}}
{{- end -}}
{{- end -}}
{{- toYaml $environment -}}
{{- end -}}

{{/* When Helm starts a Job and waits for it. What it logged stays until the next time. */}}
{{- define "elt.hook" -}}
helm.sh/hook: {{ . }}
helm.sh/hook-delete-policy: before-hook-creation
{{- end -}}

{{/* Files and selectors as arguments of elt: an array as YAML. */}}
{{- define "elt.selection" -}}
{{- $arguments := list -}}
{{- range .select -}}
{{- $arguments = append $arguments . -}}
{{- end -}}
{{- range .exclude -}}
{{- $arguments = concat $arguments (list "--exclude" .) -}}
{{- end -}}
{{- toYaml $arguments -}}
{{- end -}}
