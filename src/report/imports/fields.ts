/** Names of columns in exports and rosters, by what they say. Compared without case, accents of spelling and punctuation. */

export const FIELDS = [
  'learner', 'email', 'account', 'home_page', 'name', 'first_name', 'last_name', 'group', 'course', 'title', 'attempt', 'started', 'ended', 'completed', 'due',
  'status', 'completion', 'success', 'score', 'scaled', 'duration', 'question', 'response', 'right_answer', 'result', 'activity',
] as const;
export type Field = (typeof FIELDS)[number];

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  learner: ['learner', 'learner id', 'learner_id', 'user', 'user id', 'user_id', 'username', 'user name', 'login', 'id number', 'idnumber', 'employee id', 'employee number', 'personnel number', 'student id', 'lernende', 'benutzer', 'benutzername', 'benutzer id', 'anmeldename', 'personalnummer', 'matrikelnummer', 'id nummer', 'identifiant', 'usuario', 'utente', 'numero d identification', 'nom d utilisateur', 'numero de id', 'nombre de usuario', 'id del usuario', 'codice identificativo', 'nome utente', 'gebruikersnaam', 'numero de identificacao', 'nome de usuario', 'nome de utilizador', 'anvandarnamn', 'ユーザ名', 'ユーザー名', 'ユーザid', 'ユーザーid', 'idナンバー', '社員番号', '学籍番号', '学習者'],
  email: ['email', 'e mail', 'email address', 'e mail address', 'mail', 'learner email', 'e mail adresse', 'adresse de courriel', 'correo electronico', 'indirizzo email', 'direccion de correo', 'direccion email', 'direccion de correo electronico', 'courriel', 'adresse e mail', 'e mailadres', 'endereco de e mail', 'endereco de email', 'email do utilizador', 'メールアドレス', 'eメール', '電子メール'],
  account: ['account', 'account name', 'konto', 'lms account'],
  home_page: ['home page', 'home_page', 'homepage', 'account home page', 'system'],
  name: ['name', 'full name', 'fullname', 'learner name', 'display name', 'vollstandiger name', 'nom complet', 'nombre completo', 'first name last name', 'vorname nachname', 'volledige naam', 'nome completo', '氏名', '姓名', '名前'],
  first_name: ['first name', 'firstname', 'given name', 'learner first name', 'vorname', 'prenom', 'nombre', '名'],
  last_name: ['last name', 'lastname', 'surname', 'family name', 'learner last name', 'nachname', 'nom', 'apellidos', '姓'],
  group: ['group', 'group name', 'groups', 'department', 'team', 'org unit', 'unit', 'location', 'gruppe', 'abteilung', 'bereich', 'standort', 'groupe', 'grupo', 'グループ', '部署', '所属'],
  course: ['course', 'course id', 'course_id', 'courseid', 'activity id', 'training', 'training id', 'kurs', 'kurs id', 'schulung', 'cours', 'curso', 'lm_id', 'lm id', 'learning module id', 'コース', '講座', '研修'],
  title: ['title', 'course title', 'course name', 'course_title', 'training title', 'titel', 'kurstitel', 'kursname', 'lm_title', 'lm title', 'titre', 'titulo', 'learning module title', 'コース名', '研修名'],
  attempt: ['attempt', 'attempt number', 'versuch', 'instance', 'tentative', 'intento', 'registration', 'registration id', 'tentativo', 'poging', 'tentativa', '受験', '受験回数'],
  started: ['started', 'started on', 'start', 'start date', 'first access', 'first accessed', 'first access date', 'begonnen', 'begonnen am', 'gestartet am', 'startdatum', 'created', 'created date', 'commence le', 'comenzado el', 'comenzado en', 'iniziato il', 'iniciado em', 'gestart op', 'begonnen op', '開始日時', '開始日'],
  ended: ['ended', 'last accessed on', 'last accessed', 'last access', 'last access date', 'updated', 'zuletzt aufgerufen am', 'letzter zugriff', 'letzter zugriff am', 'zuletzt', 'c_timestamp', 'timestamp', 'dernier acces le', 'ultimo acceso', 'letzter versuch am', 'ultimo acceso en', 'ultimo accesso il', 'ultimo acesso em', 'laatst bekeken op', '最終アクセス日時', '最終アクセス'],
  completed: ['completed', 'completed on', 'completed date', 'completion date', 'date completed', 'finished', 'finished on', 'abgeschlossen', 'abgeschlossen am', 'abschlussdatum', 'date d achevement', 'fecha de finalizacion', 'course complete', 'kurs abgeschlossen', '完了日', '完了日時', '修了日'],
  due: ['due', 'due date', 'deadline', 'due on', 'falligkeit', 'fallig', 'fallig am', 'faelligkeit', 'faellig am', 'frist', 'echeance', 'vencimiento', '期限', '締切', '受講期限'],
  status: ['status', 'state', 'lesson status', 'lesson_status', 'stand', 'zustand', 'training status', 'etat', 'estado', '状態', 'ステータス', '受講状況'],
  completion: ['completion', 'completion status', 'completion_status', 'registration completion', 'abschlussstatus', 'activity completion'],
  success: ['success', 'success status', 'success_status', 'registration success', 'passed', 'bestanden', 'erfolg'],
  score: ['score', 'grade', 'result score', 'punkte', 'punktzahl', 'bewertung', 'note', 'ergebnis', 'c_raw', 'raw score', 'score raw', 'percentage', 'prozent', 'nota', 'puntuacion', 'calificacion', 'punteggio', 'pontuacao', '評点', '得点', '点数'],
  scaled: ['scaled', 'scaled score', 'score scaled'],
  duration: ['duration', 'time', 'time spent', 'total time', 'total_time', 'total time seconds', 'total_time_seconds', 'total seconds tracked', 'dauer', 'zeit', 'bearbeitungszeit', 'duree', 'duracion', 'rounded total time seconds'],
  question: ['question', 'question id', 'item', 'interaction', 'interaction id', 'frage', 'id'],
  response: ['response', 'learner response', 'learner_response', 'answer', 'antwort'],
  right_answer: ['right answer', 'correct answer', 'correct response', 'richtige antwort'],
  result: ['result', 'correct', 'resultat', 'richtig'],
  activity: ['description', 'question text', 'frage text'],
};

/** `Zuletzt aufgerufen am` and `ZULETZT-AUFGERUFEN_AM:` are one name; `é` counts as `e`. */
export function normal(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

const BY_NAME: ReadonlyMap<string, Field> = new Map(FIELDS.flatMap((field) => NAMES[field].map((name) => [normal(name), field] as const)));

/** Where each field stands: by the caller's map first, then by the columns' names; the first of two columns counts. */
export function columnsOf(header: readonly string[], mapped: ReadonlyMap<string, string>): Map<Field, number> {
  const columns = new Map<Field, number>();
  for (const [field, name] of mapped) {
    const at = header.findIndex((column) => normal(column) === normal(name));
    if (at >= 0 && isField(field)) columns.set(field, at);
  }
  header.forEach((column, index) => {
    const field = BY_NAME.get(normal(column));
    if (field !== undefined && !columns.has(field) && ![...columns.values()].includes(index)) columns.set(field, index);
  });
  return columns;
}

export function isField(word: string): word is Field {
  return FIELDS.some((field) => field === word);
}
