import { AccountArea } from './AccountArea';
import { NavLinks } from './NavLinks';
import { UploadIndicator } from './UploadIndicator';

export function SidebarContent({ onNavigate }: { onNavigate?: () => void }) {
  const passed = onNavigate ? { onNavigate } : {};
  return (
    <>
      <div className="flex-1 overflow-y-auto py-2">
        <NavLinks {...passed} />
      </div>
      <div className="flex flex-col gap-3">
        <UploadIndicator {...passed} />
        <div className="border-t border-line pt-3">
          <AccountArea {...passed} />
        </div>
      </div>
    </>
  );
}
