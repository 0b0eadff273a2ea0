/* Words of the form that differ from those Decap CMS has for Thai: a save here is a request that
   somebody looks before it is published, and the guide calls it so. */
window.oitWords = {
  app: {
    header: { content: "รายการข้อมูล", workflow: "ฉบับรอตรวจ", media: "ไฟล์" },
    app: {
      errorHeader: "เปิดแบบฟอร์มไม่ได้",
      configErrors: "ตั้งค่าแบบฟอร์มไม่ถูกต้อง",
      checkConfigYml: "โปรดแจ้งผู้ดูแลเว็บไซต์ พร้อมข้อความข้างต้น",
      waitingBackend: "กำลังติดต่อที่เก็บข้อมูล โปรดรอสักครู่",
    },
  },
  collection: {
    sidebar: { collections: "รอบการเปิดเผยข้อมูล", searchAll: "ค้นหา", searchIn: "ค้นหาใน" },
    entries: {
      loadingEntries: "กำลังเปิดรายการ", cachingEntries: "กำลังเปิดรายการ",
      longerLoading: "อาจใช้เวลาหลายนาที", noEntries: "ไม่มีรายการ",
    },
  },
  editor: {
    editorControl: { field: { optional: "ไม่บังคับ" } },
    editorControlPane: {
      widget: {
        required: "โปรดระบุ%{fieldLabel}",
        regexPattern: "%{fieldLabel} ยังไม่ถูกต้อง: %{pattern}",
        processing: "กำลังเตรียม%{fieldLabel}",
      },
    },
    editor: {
      onLeavePage: "ข้อมูลที่แก้ไขยังไม่ได้ส่งเข้าระบบ ต้องการออกจากหน้านี้หรือไม่",
      onUpdatingWithUnsavedChanges: "ข้อมูลที่แก้ไขยังไม่ได้ส่งเข้าระบบ โปรดกดส่งเข้าระบบก่อนเปลี่ยนสถานะ",
      onDeleteUnpublishedChanges: "ต้องการยกเลิกฉบับรอตรวจนี้หรือไม่ ข้อมูลที่เผยแพร่อยู่แล้วจะไม่เปลี่ยนแปลง",
      onDeleteUnpublishedChangesWithUnsavedChanges: "ต้องการยกเลิกฉบับรอตรวจนี้ รวมถึงข้อมูลที่ยังไม่ได้ส่งเข้าระบบหรือไม่ ข้อมูลที่เผยแพร่อยู่แล้วจะไม่เปลี่ยนแปลง",
      loadingEntry: "กำลังเปิดรายการ",
      confirmLoadBackup: "พบข้อมูลที่กรอกไว้แต่ยังไม่ได้ส่งเข้าระบบ ต้องการกรอกต่อจากครั้งก่อนหรือไม่",
    },
    editorToolbar: {
      save: "ส่งเข้าระบบ",
      saving: "กำลังส่งเข้าระบบ",
      unsavedChanges: "ยังไม่ได้ส่งเข้าระบบ",
      changesSaved: "ไม่มีข้อมูลค้างส่ง",
      published: "ตรงกับที่เผยแพร่",
      deleteUnpublishedChanges: "ยกเลิกฉบับรอตรวจ",
      deleteUnpublishedEntry: "ยกเลิกฉบับรอตรวจ",
      deleting: "กำลังยกเลิก",
      updating: "กำลังเปลี่ยนสถานะ",
      backCollection: "กลับไป%{collectionLabel}",
      draft: "กำลังจัดทำ",
      inReview: "รอการตรวจก่อนเผยแพร่",
      ready: "พร้อมอนุมัติเผยแพร่",
      statusInfoTooltipDraft: "เมื่อกรอกครบแล้ว โปรดเปลี่ยนสถานะเป็น “รอการตรวจก่อนเผยแพร่”",
      statusInfoTooltipInReview: "อยู่ระหว่างการตรวจก่อนเผยแพร่ ท่านยังแก้ไขเพิ่มเติมได้",
    },
    editorWidgets: {
      file: { choose: "แนบไฟล์", chooseDifferent: "เปลี่ยนไฟล์", remove: "เอาไฟล์ออก" },
      datetime: { now: "วันนี้", clear: "ล้างวันที่" },
      list: { add: "เพิ่ม%{item}", addType: "เพิ่ม%{item}" },
    },
  },
  mediaLibrary: {
    mediaLibraryCard: { draft: "ยังไม่เผยแพร่" },
    mediaLibrary: {
      onDelete: "ต้องการลบไฟล์ที่เลือกหรือไม่",
      fileTooLarge: "ไฟล์มีขนาดเกิน %{size} กิโลไบต์ โปรดลดขนาดหรือแบ่งไฟล์แล้วแนบใหม่",
    },
    mediaLibraryModal: {
      noAssetsFound: "ยังไม่มีไฟล์ในข้อนี้ โปรดกดแนบไฟล์จากเครื่อง", mediaAssets: "ไฟล์ของข้อนี้",
      noResults: "ไม่พบไฟล์ที่ค้นหา", search: "ค้นหาไฟล์", uploading: "กำลังแนบไฟล์",
      upload: "แนบไฟล์จากเครื่อง", deleteSelected: "ลบไฟล์ที่เลือก", chooseSelected: "ใช้ไฟล์ที่เลือก",
    },
  },
  ui: {
    default: { goBackToSite: "กลับไปยังเว็บไซต์" },
    errorBoundary: {
      title: "แบบฟอร์มขัดข้อง", details: "โปรดคัดลอกข้อมูลที่กรอกไว้ แล้วเปิดแบบฟอร์มใหม่ หากยังขัดข้อง โปรดแจ้งผู้ดูแลเว็บไซต์",
      detailsHeading: "รายละเอียดสำหรับผู้ดูแล",
      recoveredEntry: { heading: "ข้อมูลที่กรอกไว้", warning: "โปรดคัดลอกไว้ก่อนปิดหน้านี้", copyButtonLabel: "คัดลอก" },
    },
    toast: {
      onFailToLoadEntries: "เปิดรายการไม่ได้: %{details}",
      onFailToPersist: "ส่งเข้าระบบไม่ได้ ข้อมูลที่กรอกยังอยู่ในหน้านี้ โปรดลองใหม่: %{details}",
      onFailToDelete: "ยกเลิกไม่ได้ โปรดลองใหม่: %{details}",
      onFailToUpdateStatus: "เปลี่ยนสถานะไม่ได้ โปรดลองใหม่: %{details}",
      missingRequiredField: "ยังกรอกไม่ครบหรือยังไม่ถูกต้อง โปรดดูช่องที่มีข้อความสีแดง แล้วกดส่งเข้าระบบอีกครั้ง",
      entrySaved: "ส่งเข้าระบบแล้ว ข้อมูลจะเผยแพร่เมื่อผ่านการตรวจ",
      entryUpdated: "เปลี่ยนสถานะแล้ว",
      onDeleteUnpublishedChanges: "ยกเลิกฉบับรอตรวจแล้ว",
      onLoggedOut: "ท่านออกจากระบบแล้ว โปรดคัดลอกข้อมูลที่กรอกไว้ แล้วเข้าสู่ระบบอีกครั้ง",
      onBackendDown: "ที่เก็บข้อมูลขัดข้องชั่วคราว โปรดลองใหม่ภายหลัง: %{details}",
    },
  },
  workflow: {
    workflow: {
      loading: "กำลังเปิดฉบับรอตรวจ", workflowHeading: "ฉบับรอตรวจ",
      description: "รอตรวจ %{smart_count} ฉบับ พร้อมอนุมัติ %{readyCount} ฉบับ", dateFormat: "D/M/YYYY",
    },
    workflowCard: { deleteChanges: "ยกเลิกฉบับรอตรวจ", deleteNewEntry: "ยกเลิกฉบับรอตรวจ" },
    workflowList: {
      onDeleteEntry: "ต้องการยกเลิกฉบับรอตรวจนี้หรือไม่",
      draftHeader: "กำลังจัดทำ", inReviewHeader: "รอการตรวจก่อนเผยแพร่", readyHeader: "พร้อมอนุมัติเผยแพร่",
      currentEntries: "%{smart_count} ฉบับ",
    },
  },
};
