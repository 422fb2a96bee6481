/** What CASE lets a service answer when something cannot be answered. */
export type CaseFault =
  | 'unknownobject'
  | 'invalid_uuid'
  | 'invalid_sort_field'
  | 'invalid_selection_field'
  | 'unauthorised_request'
  | 'forbidden';

export const STATUS_OF: Record<CaseFault, 400 | 401 | 403 | 404> = {
  unknownobject: 404,
  invalid_uuid: 404,
  invalid_sort_field: 400,
  invalid_selection_field: 400,
  unauthorised_request: 401,
  forbidden: 403,
};

/** The body of such an answer, `imsx_StatusInfo`. */
export function statusInfo(fault: CaseFault, description: string): object {
  return {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: description,
    imsx_codeMinor: {
      imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: fault }],
    },
  };
}
