/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "liaison-form-icon.h"

static const char *const icon_names[] = {
  [0] = "liaison-form-unspecified-symbolic",
  [LIAISON_FORM_PHONE_CALL] = "liaison-form-phone-call-symbolic",
  [LIAISON_FORM_VIDEO_CALL] = "liaison-form-video-call-symbolic",
  [LIAISON_FORM_MEETING] = "liaison-form-meeting-symbolic",
  [LIAISON_FORM_PULL_ASIDE] = "liaison-form-pull-aside-symbolic",
  [LIAISON_FORM_WORKING_MEAL] = "liaison-form-working-meal-symbolic",
  [LIAISON_FORM_VISIT_MADE] = "liaison-form-visit-made-symbolic",
  [LIAISON_FORM_VISIT_HOSTED] = "liaison-form-visit-hosted-symbolic",
  [LIAISON_FORM_MULTILATERAL_SESSION] = "liaison-form-session-symbolic",
  [LIAISON_FORM_CEREMONY] = "liaison-form-ceremony-symbolic",
  [LIAISON_FORM_LETTER] = "liaison-form-letter-symbolic",
  [LIAISON_FORM_MESSAGE] = "liaison-form-message-symbolic",
  [LIAISON_FORM_UNSPECIFIED] = "liaison-form-unspecified-symbolic",
};

const char *
liaison_form_get_icon_name (int form)
{
  return form > 0 && form < (int) G_N_ELEMENTS (icon_names) ? icon_names[form] : icon_names[0];
}
