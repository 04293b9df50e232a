import type { AnyInteraction } from '~/safeguards/interaction.server'
import { askSignInLink } from './accounts/ask-sign-in-link.server'
import { changePassword, newCodes } from './accounts/change-sign-in.server'
import { choosePassword } from './accounts/choose-password.server'
import { codeStep } from './accounts/code-step.server'
import { createAdministrator } from './accounts/create-administrator.server'
import { endOwnSession } from './accounts/end-own-session.server'
import { passwordStep } from './accounts/password-step.server'
import { readInvite } from './accounts/read-invite.server'
import { seeRecoveryCodes } from './accounts/see-recovery-codes.server'
import { seeSessions } from './accounts/see-sessions.server'
import { seeSignIn } from './accounts/see-sign-in.server'
import { setUpAuthenticator } from './accounts/set-up-authenticator.server'
import { signInAsDemo } from './accounts/sign-in-as-demo.server'
import { signInByLink } from './accounts/sign-in-by-link.server'
import { signOut } from './accounts/sign-out.server'
import { tidyAccounts } from './accounts/tidy-accounts.server'
import { writeSignInLink } from './accounts/write-sign-in-link.server'
import { addCategory } from './administration/add-category.server'
import { approveChange } from './administration/approve-change.server'
import { disableStaff, enableStaff } from './administration/disable-staff.server'
import { editCategory } from './administration/edit-category.server'
import { editCategoryList } from './administration/edit-category-list.server'
import { editLook } from './administration/edit-look.server'
import { editTown } from './administration/edit-town.server'
import { editWording } from './administration/edit-wording.server'
import { dismissJob, listFailedJobs, retryJob } from './administration/failed-jobs.server'
import { inviteAgain, inviteStaff } from './administration/invite-staff.server'
import { listChanges } from './administration/list-changes.server'
import { listImports } from './administration/list-imports.server'
import { listStaff } from './administration/list-staff.server'
import { openChange } from './administration/open-change.server'
import { openStaff } from './administration/open-staff.server'
import { discardQuestions, moveQuestion, removeQuestion } from './administration/questions/arrange-questions.server'
import { openQuestion } from './administration/questions/open-question.server'
import { publishQuestions } from './administration/questions/publish-questions.server'
import { readQuestions } from './administration/questions/read-questions.server'
import { writeQuestion } from './administration/questions/write-question.server'
import { readCategories, readCategory } from './administration/read-categories.server'
import { readCategoryHistory } from './administration/read-category-history.server'
import { readLook } from './administration/read-look.server'
import { readSettings, readSettingsHistory, readWordings } from './administration/read-settings.server'
import { seeAdministration } from './administration/see-administration.server'
import { declineChange, withdrawChange } from './administration/settle-change.server'
import { deskInteractions } from './cases/desk-interactions.server'
import { importBatch } from './cities/import-batch.server'
import { importPlaces } from './cities/import-places.server'
import { knownBatches } from './cities/known-batches.server'
import { setUpCity } from './cities/set-up-city.server'
import { showLoaded } from './cities/show-loaded.server'
import { makePeople } from './demo/make-people.server'
import { seeDemo } from './demo/see-demo.server'
import { findingInteractions } from './findings/finding-interactions.server'
import { askToFollow } from './follows/ask-to-follow.server'
import { confirmFollow } from './follows/confirm-follow.server'
import { endFollow, endOwnFollow } from './follows/end-follow.server'
import { followOwnReport } from './follows/follow-own-report.server'
import {
  seeFollowAsked,
  seeFollowConfirm,
  seeFollowEnd,
  seeFollowIssue,
  seeFollowNews,
} from './follows/see-follow.server'
import { tellOfNewIssue } from './follows/tell-of-new-issue.server'
import { feedIssues } from './issues/feed-issues.server'
import { listIssues } from './issues/list-issues.server'
import { listKinds } from './issues/list-kinds.server'
import { readIssue } from './issues/read-issue.server'
import { checkReceipt } from './ledger/check-receipt.server'
import { keepVerifier } from './ledger/keep-verifier.server'
import { readCheckpoint } from './ledger/read-checkpoint.server'
import { readLedgerEntry } from './ledger/read-ledger-entry.server'
import { readLedgerKey } from './ledger/read-ledger-key.server'
import { readReceiptProof } from './ledger/read-receipt-proof.server'
import { readTile } from './ledger/read-tile.server'
import { seeLedger } from './ledger/see-ledger.server'
import { showVerifier } from './ledger/show-verifier.server'
import { letterInteractions } from './letters/letter-interactions.server'
import { grantMandate } from './mandates/grant-mandate.server'
import { revokeMandate } from './mandates/revoke-mandate.server'
import { showClusters } from './map/show-clusters.server'
import { showStill } from './map/show-still.server'
import { showStillIssues } from './map/show-still-issues.server'
import { showTile } from './map/show-tile.server'
import { countDays } from './oversight/count-days.server'
import { exportEntries } from './oversight/export-entries.server'
import { findTrail } from './oversight/find-trail.server'
import { listEntries } from './oversight/list-entries.server'
import { readOneEntry } from './oversight/read-entry.server'
import { readRules } from './oversight/read-rules.server'
import { readTrail } from './oversight/read-trail.server'
import { seeNeedsLook } from './oversight/see-needs-look.server'
import { changeContact, changeLanguage } from './people/change-own.server'
import { exportOwn } from './people/export-own.server'
import { forgetUnused } from './people/forget-unused.server'
import { seeOwn } from './people/see-own.server'
import { seeOwnAccount } from './people/see-own-account.server'
import { seeOwnActs } from './people/see-own-acts.server'
import { seeWhoLooked } from './people/see-who-looked.server'
import { listCrossings } from './places/list-crossings.server'
import { listStreets } from './places/list-streets.server'
import { searchPlace } from './places/search-place.server'
import { showPlace } from './places/show-place.server'
import { readActivity } from './register/read-activity.server'
import { readProblem } from './register/read-problem.server'
import { readRegister } from './register/read-register.server'
import { reportInteractions } from './reports/report-interactions.server'
import { readAbout } from './town/read-about.server'
import { readSecurityContact } from './town/read-security-contact.server'
import { readTheme } from './town/read-theme.server'
import { readWords } from './town/read-words.server'
import { showPage } from './town/show-page.server'

/** Everything that people and the platform can do here: the table of contents of the product. The page /register is made from it. */
export const interactions: readonly AnyInteraction[] = [
  addCategory,
  approveChange,
  disableStaff,
  enableStaff,
  editCategory,
  editCategoryList,
  editLook,
  editTown,
  editWording,
  dismissJob,
  listFailedJobs,
  retryJob,
  inviteAgain,
  inviteStaff,
  listChanges,
  listImports,
  listStaff,
  openChange,
  openStaff,
  discardQuestions,
  moveQuestion,
  removeQuestion,
  publishQuestions,
  openQuestion,
  readQuestions,
  writeQuestion,
  readCategories,
  readCategory,
  readCategoryHistory,
  readLook,
  readSettings,
  readSettingsHistory,
  readWordings,
  seeAdministration,
  declineChange,
  withdrawChange,
  grantMandate,
  revokeMandate,
  countDays,
  exportEntries,
  findTrail,
  listEntries,
  readOneEntry,
  readRules,
  readTrail,
  seeNeedsLook,
  ...findingInteractions,
  readActivity,
  readProblem,
  readRegister,
  askSignInLink,
  changePassword,
  newCodes,
  choosePassword,
  codeStep,
  createAdministrator,
  endOwnSession,
  passwordStep,
  readInvite,
  seeRecoveryCodes,
  seeSessions,
  seeSignIn,
  setUpAuthenticator,
  signInAsDemo,
  signInByLink,
  signOut,
  tidyAccounts,
  writeSignInLink,
  askToFollow,
  confirmFollow,
  followOwnReport,
  endFollow,
  endOwnFollow,
  seeFollowAsked,
  seeFollowConfirm,
  seeFollowEnd,
  seeFollowIssue,
  seeFollowNews,
  tellOfNewIssue,
  feedIssues,
  listIssues,
  listKinds,
  readIssue,
  ...letterInteractions,
  changeContact,
  changeLanguage,
  exportOwn,
  forgetUnused,
  seeOwn,
  seeOwnActs,
  seeOwnAccount,
  seeWhoLooked,
  showClusters,
  showTile,
  showStill,
  showStillIssues,
  ...reportInteractions,
  ...deskInteractions,
  importBatch,
  makePeople,
  seeDemo,
  importPlaces,
  knownBatches,
  setUpCity,
  showLoaded,
  listCrossings,
  listStreets,
  searchPlace,
  showPlace,
  showPage,
  readCheckpoint,
  readLedgerKey,
  readTile,
  readLedgerEntry,
  readReceiptProof,
  seeLedger,
  showVerifier,
  keepVerifier,
  checkReceipt,
  readTheme,
  readWords,
  readAbout,
  readSecurityContact,
]
