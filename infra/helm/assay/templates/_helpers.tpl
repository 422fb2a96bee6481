{{- define "assay.name" -}}
{{- $name := .Release.Name -}}
{{- if not (contains "assay" $name) }}{{ $name = printf "%s-assay" $name }}{{ end -}}
{{- $name | trunc 50 | trimSuffix "-" }}
{{- end }}

{{- define "assay.selector" -}}
app.kubernetes.io/name: assay
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "assay.labels" -}}
{{ include "assay.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{- define "assay.image" -}}
{{ required "image.repository: where the image built from infra/Dockerfile was pushed to" .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "assay.filesClaim" -}}
{{ .Values.files.existingClaim | default (printf "%s-files" (include "assay.name" .)) }}
{{- end }}

{{- define "assay.keysClaim" -}}
{{ .Values.keys.existingClaim | default (printf "%s-keys" (include "assay.name" .)) }}
{{- end }}

{{/* What every process is told. The checksum starts them anew when a setting changed. */}}
{{- define "assay.environment" -}}
envFrom:
  - configMapRef: { name: {{ include "assay.name" . }} }
  - secretRef: { name: {{ required "existingSecret: the name of a Secret with DATABASE_URL and SESSION_SECRET" .Values.existingSecret }} }
{{- end }}

{{- define "assay.podMetadata" -}}
annotations:
  checksum/settings: {{ include (print .Template.BasePath "/settings.yaml") . | sha256sum }}
  {{- with .Values.podAnnotations }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}

{{- define "assay.pod" -}}
automountServiceAccountToken: false
# Node as the first process of a container would not end on the signal that it sends itself.
shareProcessNamespace: true
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  runAsGroup: 1000
  fsGroup: 1000
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.image.pullSecrets }}
imagePullSecrets: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "assay.container" -}}
image: {{ include "assay.image" . | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}
